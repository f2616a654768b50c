package eu.mieux.preimplementation.request;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.FastResponseClock.Promise;
import eu.mieux.preimplementation.clock.LaunchYear;
import eu.mieux.preimplementation.clock.LaunchYears;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The fast-response clocks of all requests that a caller sees, and how fast the facility was. */
@Path("/api/v1/clocks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Requests")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class ClocksResource {

    /** After the last year that a record can have. */
    private static final long ALL_YEARS = 2201;

    private final RunningClocks running;
    private final LaunchYears years;

    ClocksResource(RunningClocks running, LaunchYears years) {
        this.running = running;
        this.years = years;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRunningClocks",
            summary = "List running requests by urgency",
            description =
                    "Requests in your sight from their submission until the launch of their Action, those on hold too: first what is due first, or was; from leaves out what was due long ago. An Action that runs, is completed or was cancelled is not waited for, even where nobody knows when it was launched. A request is on the list a moment after it was submitted.")
    @APIResponse(responseCode = "200", description = "A page of requests with their clocks, the most urgent first")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(
            responseCode = "422",
            description =
                    "A filter is no code of its list or no day that a record can have, or limit is not between 1 and 200")
    public Page<RunningClock> clocks(
            @CodeOf("clock-promises") @QueryParam("promise") @Nullable Promise promise,
            @Parameter(description = "ISO 3166-1 alpha-2") @CodeOf("countries") @QueryParam("country") @Nullable
                    String country,
            @Parameter(description = "Due on this day or later") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "Due on this day or before") @QueryParam("until") @Nullable LocalDate until,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        new InvalidFields.Check()
                .that(FacilityCalendar.holds(from), "/from", FacilityCalendar.OUT_OF_BOUNDS)
                .that(FacilityCalendar.holds(until), "/until", FacilityCalendar.OUT_OF_BOUNDS)
                .orRefuse();
        return running.page(
                new RunningClocks.Filter(promise, country, from, until), Cursor.of(cursor), Page.limit(limit));
    }

    @GET
    @Path("/years")
    @RolesAllowed({"steering-member", "officer", "manager", "monitoring", "auditor", "client"})
    @Operation(
            operationId = "listLaunchYears",
            summary = "See how fast Actions were launched, by year",
            description =
                    "Of each year in which Actions were launched: how many of them were by the day that the fast response promises, and how many days they took. All regions together.")
    @APIResponse(responseCode = "200", description = "A page of years, the last one first")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<LaunchYear> years(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("20") int limit) {
        int before = Math.toIntExact(Math.clamp(Cursor.of(cursor).number(ALL_YEARS), 1, ALL_YEARS));
        return Page.of(years.before(before, Page.limit(limit) + 1), limit, last -> Cursor.at(last.year()));
    }
}
