package eu.mieux.preimplementation.request;

import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The review of a request: who is asked, and what they say. */
@Path("/api/v1/requests/{idOrReference}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "manager"})
@Tag(name = "Review", description = "From the question to the decision")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class ReviewResource {

    private final Requests requests;
    private final Reviewing reviewing;
    private final ShowingRequests showing;

    ReviewResource(Requests requests, Reviewing reviewing, ShowingRequests showing) {
        this.requests = requests;
        this.reviewing = reviewing;
        this.showing = showing;
    }

    @GET
    @Path("/review")
    @RolesAllowed({"steering-member", "officer", "manager", "auditor", "client"})
    @Transactional
    @Operation(
            operationId = "getRequestReview",
            summary = "Read the review of a request",
            description = "Every round: who is asked, until when, and every opinion that was given.")
    @APIResponse(
            responseCode = "200",
            description = "The review",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public ReviewView review(@PathParam("idOrReference") String id) {
        return reviewing.show(requests.get(id));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/review")
    @Transactional
    @Operation(
            operationId = "reviewRequest",
            summary = "Start the review",
            description =
                    "The steering institutions, and the EU Delegation to each country (EUD-CM to Cameroon), are asked for their opinions. While it is under way, with a reason, this asks all of them once more.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response ask(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid ReviewCommands.@Nullable StartReview command) {
        return ok(reviewing.ask(id, ifMatch, command == null ? ReviewCommands.StartReview.PLAIN : command));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/opinions")
    @RolesAllowed({"steering-member", "eu-delegation", "manager"})
    @Transactional
    @Operation(
            operationId = "giveOpinion",
            summary = "Give or revise an opinion",
            description =
                    "For the own institution, or one that delegated its voice to it. It may be revised until the decision; what was said before is kept.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response hear(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReviewCommands.GiveOpinion command) {
        return ok(reviewing.hear(id, ifMatch, command));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/voices/{institution}/extension")
    @Transactional
    @Operation(
            operationId = "extendVoice",
            summary = "Give an institution another deadline",
            description = "In the round that is under way; it will be reminded anew.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "The day has passed, or the institution is not asked")
    public Response extend(
            @PathParam("idOrReference") String id,
            @PathParam("institution") String institution,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReviewCommands.Extend command) {
        return ok(reviewing.extend(id, ifMatch, institution, command.until()));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/voices/{institution}/delegation")
    @RolesAllowed({"steering-member", "eu-delegation", "manager"})
    @Transactional
    @Operation(
            operationId = "delegateVoice",
            summary = "Let another institution speak",
            description =
                    "It may then give the opinion of this one too, in the round that is under way; with null instead of a name that is taken back.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "One of the two is not asked")
    public Response delegate(
            @PathParam("idOrReference") String id,
            @PathParam("institution") String institution,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReviewCommands.Delegate command) {
        return ok(reviewing.delegate(id, ifMatch, institution, command.to()));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/voices/{institution}/recusal")
    @RolesAllowed({"steering-member", "eu-delegation", "manager"})
    @Transactional
    @Operation(
            operationId = "recuseVoice",
            summary = "Step back for a conflict of interest",
            description = "The institution is not waited for in this round, and what it has said does not count.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "The institution is not asked, or the reason is missing")
    public Response recuse(
            @PathParam("idOrReference") String id,
            @PathParam("institution") String institution,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReviewCommands.Reason command) {
        return ok(reviewing.recuse(id, ifMatch, institution, command.reason()));
    }

    private Response ok(Request request) {
        return ETags.ok(request, showing.view(request));
    }
}
