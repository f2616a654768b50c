package eu.mieux.chassis.audit;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.http.ThisService;
import eu.mieux.chassis.problem.InvalidFields;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail of a service, for auditors alone. */
@Path("/api/v1/services/{service}")
@RolesAllowed("auditor")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what to which record when, from where; who was shown personal data")
@APIResponse(responseCode = "403", description = "The audit trail is for auditors")
public class AuditResource {

    /** Every day of a page is read whole. */
    private static final int MOST_SEALS = 31;

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final String WRITTEN_YEARS = "Between the years 1900 and 9999.";

    private final AuditTrail trail;
    private final Seals seals;
    private final ThisService self;

    AuditResource(AuditTrail trail, Seals seals, ThisService self) {
        this.trail = trail;
        this.seals = seals;
        this.self = self;
    }

    @GET
    @Path("/audit-trail")
    @Operation(
            operationId = "listAuditEntries",
            summary = "Read the audit trail",
            description =
                    "Newest first: changes of records with the columns before and after, reads of personal data, and what operators did.")
    @APIResponse(responseCode = "200", description = "A page of entries")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list, or a time is none")
    @APIResponse(responseCode = "404", description = "This is another service")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<AuditEntry> entries(
            @PathParam("service") String asked,
            @QueryParam("kind") AuditEntry.@Nullable Kind kind,
            @Parameter(description = "Subject of a token") @QueryParam("actor") @Nullable String actor,
            @Parameter(description = "request, action, expert …") @QueryParam("recordType") @Nullable String recordType,
            @Parameter(description = "Id of a record") @QueryParam("recordId") @Nullable UUID recordId,
            @Parameter(description = "Natural key of what was read or done") @QueryParam("recordKey") @Nullable
                    String recordKey,
            @Parameter(description = "From this moment on") @QueryParam("from") @Nullable Instant from,
            @Parameter(description = "Before this moment") @QueryParam("to") @Nullable Instant to,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        self.requireToBe(asked);
        int bounded = Page.limit(limit);
        new InvalidFields.Check()
                .that(isInTheCalendar(from), "/from", WRITTEN_YEARS)
                .that(isInTheCalendar(to), "/to", WRITTEN_YEARS)
                .orRefuse();
        Cursor after = Cursor.of(cursor);
        List<AuditEntry> found = trail.page(
                new AuditTrail.Filter(kind, actor, recordType, recordId, recordKey, from, to),
                after.isStart() ? null : after.uuid(0),
                bounded + 1);
        return Page.of(found, bounded, entry -> Cursor.at(entry.id()));
    }

    @GET
    @Path("/audit-seals")
    @Operation(
            operationId = "listAuditSeals",
            summary = "Read the seals of the audit trail",
            description =
                    "Newest first: each day (UTC) is closed with a digest that holds the one before. Every seal is looked at anew: intact is false where something was changed or removed afterwards.")
    @APIResponse(responseCode = "200", description = "A page of seals")
    @APIResponse(responseCode = "400", description = "The day is none")
    @APIResponse(responseCode = "404", description = "This is another service")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 31")
    public Page<AuditSeal> seals(
            @PathParam("service") String asked,
            @Parameter(description = "Seals of earlier days") @QueryParam("before") @Nullable LocalDate before,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "31",
                                            defaultValue = "7"))
                    @QueryParam("limit")
                    @DefaultValue("7")
                    int limit) {
        self.requireToBe(asked);
        int bounded = Page.limit(limit, MOST_SEALS);
        new InvalidFields.Check()
                .that(before == null || isInTheCalendar(before.getYear()), "/before", WRITTEN_YEARS)
                .orRefuse();
        Cursor after = Cursor.of(cursor);
        LocalDate end = before == null ? LAST_DAY : before;
        List<AuditSeal> found = seals.page(after.isStart() ? end : after.day(0), bounded + 1);
        return Page.of(found, bounded, seal -> Cursor.at(seal.day()));
    }

    private static boolean isInTheCalendar(@Nullable Instant time) {
        return time == null || isInTheCalendar(time.atOffset(ZoneOffset.UTC).getYear());
    }

    private static boolean isInTheCalendar(int year) {
        return year >= 1900 && year <= LAST_DAY.getYear();
    }
}
