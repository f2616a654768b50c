package eu.mieux.preimplementation.request;

import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The times for which a request is on hold: its fast-response clock stands still. */
@Path("/api/v1/requests/{idOrReference}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "manager"})
@Tag(name = "Requests")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class HoldResource {

    private final Pausing pausing;
    private final ShowingRequests showing;

    HoldResource(Pausing pausing, ShowingRequests showing) {
        this.pausing = pausing;
        this.showing = showing;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/hold")
    @Transactional
    @Operation(
            operationId = "holdRequest",
            summary = "Put a request on hold",
            description =
                    "Its fast-response clock stands still, from today or from an earlier day on; it says for whom it waits meanwhile, and for what.")
    @RequestAct
    @APIResponse(
            responseCode = "422",
            description = "The day is ahead, or before the submission or the last hold's end")
    public Response hold(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid HoldCommands.@Nullable PutOnHold command) {
        return ok(pausing.hold(id, ifMatch, command == null ? HoldCommands.PutOnHold.PLAIN : command));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/resumption")
    @Transactional
    @Operation(
            operationId = "resumeRequest",
            summary = "Resume a request",
            description =
                    "It goes on where it stood, since today or an earlier day. Whoever is still asked for an opinion has as many days left as before.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "The day is ahead, or before it was put on hold")
    public Response resume(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid HoldCommands.@Nullable Resume command) {
        return ok(pausing.resume(id, ifMatch, command == null ? HoldCommands.Resume.PLAIN : command));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/holds/{number}")
    @RolesAllowed("manager")
    @Transactional
    @Operation(
            operationId = "correctHold",
            summary = "Correct the days of a hold",
            description =
                    "For days that were written down wrong or late; the clock goes by the right ones from then on, back to the start. Holds follow each other, and the deadlines of a review that goes on follow from them.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "The days are ahead, before the submission, or another hold's")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response correct(
            @PathParam("idOrReference") String id,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull HoldCommands.CorrectHold command) {
        return ok(pausing.correct(id, ifMatch, number, command));
    }

    private Response ok(Request request) {
        return ETags.ok(request, showing.view(request));
    }
}
