package eu.mieux.preimplementation.request;

import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.InLanguage;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.preimplementation.wording.Language;
import eu.mieux.preimplementation.wording.Languages;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The decision on a request: what stands in its way, itself, and what becomes of its conditions. */
@Path("/api/v1/requests/{idOrReference}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "manager"})
@Tag(name = "Review")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class DecisionResource {

    private final Requests requests;
    private final Deciding deciding;
    private final Blocking blocking;
    private final ShowingRequests showing;
    private final Languages languages;

    DecisionResource(
            Requests requests, Deciding deciding, Blocking blocking, ShowingRequests showing, Languages languages) {
        this.requests = requests;
        this.deciding = deciding;
        this.blocking = blocking;
        this.showing = showing;
        this.languages = languages;
    }

    @GET
    @Path("/blockers")
    @RolesAllowed({"officer", "manager", "auditor"})
    @Transactional
    @Operation(
            operationId = "listBlockers",
            summary = "See what blocks a request",
            description =
                    "Everything that has to happen before it goes on, and whose turn it is, in the reader's language; at the end nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What is waited for, the most pressing first, on one page",
            headers =
                    @Header(
                            name = "Content-Language",
                            description = "The language of `detail`",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public RestResponse<Page<BlockerView>> blockers(
            @PathParam("idOrReference") String id,
            @Parameter(description = Languages.WANTED) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable
                    String acceptLanguage) {
        Language language = languages.accepted(acceptLanguage);
        Page<BlockerView> page =
                new Page<>(blocking.of(requests.get(id)), null).map(one -> BlockerView.of(one, language));
        return InLanguage.ok(page, language.locale());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/decision")
    @RolesAllowed("manager")
    @Transactional
    @Operation(
            operationId = "decideRequest",
            summary = "Record the decision",
            description =
                    "Possible when all who are asked have spoken, stepped back, or let their time pass; else, and against an unfavourable opinion or for a request that is not eligible, with an overrideReason.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "It needs a note or an overrideReason")
    public Response decide(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReviewCommands.Decide command) {
        return ok(deciding.decide(id, ifMatch, command));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/conditions/{number}/settlement")
    @Transactional
    @Operation(
            operationId = "settleCondition",
            summary = "Settle a condition",
            description = "It is met, or waived; with the evidence or the reason. This is final.")
    @RequestAct
    @APIResponse(responseCode = "422", description = "The outcome or the evidence is missing")
    public Response settle(
            @PathParam("idOrReference") String id,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ReviewCommands.SettleCondition command) {
        return ok(deciding.settle(id, ifMatch, number, command));
    }

    private Response ok(Request request) {
        return ETags.ok(request, showing.view(request));
    }
}
