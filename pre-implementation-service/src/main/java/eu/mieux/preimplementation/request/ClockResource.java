package eu.mieux.preimplementation.request;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.preimplementation.clock.ClockDay;
import eu.mieux.preimplementation.clock.FastResponseClock;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The fast-response clock of a request, for whoever sees the request. */
@Path("/api/v1/requests/{idOrReference}/clock")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Requests")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class ClockResource {

    private final Requests requests;
    private final ReadingClocks reading;

    ClockResource(Requests requests, ReadingClocks reading) {
        this.requests = requests;
        this.reading = reading;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getRequestClock",
            summary = "Read a request's fast-response clock",
            description =
                    "An Action should be ready to launch within three calendar months of its request's submission: how many days are used, by which step, whose turn it is, and whether the promise is kept.")
    @APIResponse(
            responseCode = "200",
            description = "The clock, as of today",
            content = @Content(schema = @Schema(implementation = FastResponseClock.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public FastResponseClock clock(@PathParam("idOrReference") String id) {
        return reading.of(requests.get(id));
    }

    @GET
    @Path("/days")
    @Transactional
    @Operation(
            operationId = "listClockDays",
            summary = "Read a clock day by day",
            description =
                    "From the day of submission to the last one that is over: which step it was at, whether it counted, and whose turn it was. The days that count are those that the clock says are used.")
    @APIResponse(responseCode = "200", description = "A page of days, the first day first")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<ClockDay> days(
            @PathParam("idOrReference") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        List<ClockDay> days = Cursor.of(cursor).after(reading.days(requests.get(id)), ClockResource::cursor).stream()
                .limit(Page.limit(limit) + 1L)
                .toList();
        return Page.of(days, limit, ClockResource::cursor);
    }

    private static Cursor cursor(ClockDay last) {
        return Cursor.at(last.day());
    }
}
