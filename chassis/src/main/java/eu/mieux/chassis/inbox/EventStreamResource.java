package eu.mieux.chassis.inbox;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.http.ThisService;
import eu.mieux.chassis.problem.NotFound;
import io.agroal.api.AgroalDataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What operators do with a service's event stream: look at what is parked, retry it, rebuild what was projected. */
@Path("/api/v1/services/{service}")
@RolesAllowed("manager")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Event stream", description = "What a service could not apply, and its local copies")
public class EventStreamResource {

    private final Parking parking;
    private final Consuming consuming;
    private final Rebuilding rebuilding;
    private final AgroalDataSource database;
    private final AuditNotes notes;
    private final ThisService self;

    EventStreamResource(
            Parking parking,
            Consuming consuming,
            Rebuilding rebuilding,
            AgroalDataSource database,
            AuditNotes notes,
            ThisService self) {
        this.parking = parking;
        this.consuming = consuming;
        this.rebuilding = rebuilding;
        this.database = database;
        this.notes = notes;
        this.self = self;
    }

    @GET
    @RolesAllowed({"manager", "auditor"})
    @Path("/parked-records")
    @Operation(
            operationId = "listParkedRecords",
            summary = "Records that could not be applied",
            description = "Oldest first. Nothing is dropped: each waits until it is retried.")
    public Page<Parking.Parked> parked(
            @PathParam("service") String asked,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        self.requireToBe(asked);
        int bounded = Page.limit(limit);
        List<Parking.Parked> found = parking.list(Cursor.of(cursor).number(0L), bounded + 1);
        return Page.of(found, bounded, p -> Cursor.at(p.id()));
    }

    @POST
    @Path("/parked-records/{id}/retry")
    @Operation(
            operationId = "retryParkedRecord",
            summary = "Apply a parked record again",
            description =
                    "With it all that is parked behind the same key, oldest first; it stops at the first that still fails.")
    @APIResponse(responseCode = "204", description = "Applied, and no longer parked")
    @APIResponse(responseCode = "409", description = "It still cannot be applied; the detail says why")
    public Response retry(@PathParam("service") String asked, @PathParam("id") long id) throws SQLException {
        self.requireToBe(asked);
        Optional<SessionLock> noRebuild = SessionLock.tryShared(database, Rebuilding.LOCK);
        if (noRebuild.isEmpty()) {
            throw new Rebuilding.RebuildUnderWay();
        }
        try (SessionLock _ = noRebuild.get()) {
            if (!consuming.retry(id)) {
                throw new NotFound("parked record", id);
            }
            notes.done("parked-record", Long.toString(id), "retried");
        }
        return Response.noContent().build();
    }

    @POST
    @Path("/projection-rebuild")
    @Operation(
            operationId = "rebuildProjections",
            summary = "Rebuild the local copies from the topics",
            description = "A new generation is built beside the old one, then the two are swapped. Answers when done.")
    @APIResponse(responseCode = "204", description = "The new generation is live")
    @APIResponse(responseCode = "409", description = "A rebuild is under way")
    @APIResponse(responseCode = "503", description = "The broker is away, or a long import reads the projections")
    public Response rebuild(@PathParam("service") String asked) throws SQLException, InterruptedException {
        self.requireToBe(asked);
        rebuilding.rebuild();
        notes.done("projection", self.name(), "rebuilt");
        return Response.noContent().build();
    }
}
