package eu.mieux.preimplementation.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
}
