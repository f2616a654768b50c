package eu.mieux.implementation.action;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.implementation.step.StepCommands;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Actions over HTTP. What is out of a caller's sight ({@link ActionPolicy}) is absent: 404. */
@Path("/api/v1/actions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    "partner",
    "steering-member",
    "eu-delegation",
    "officer",
    "manager",
    "emm",
    "logistics",
    "monitoring",
    "knowledge",
    "communications",
    "auditor",
    "client"
})
@Tag(name = "Actions", description = "From the endorsed Action Fiche to the end")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this, or not in this region")
public class ActionResource {

    private final Actions actions;
    private final Conducting conducting;
    private final KnownRequests requests;

    ActionResource(Actions actions, Conducting conducting, KnownRequests requests) {
        this.actions = actions;
        this.conducting = conducting;
        this.requests = requests;
    }

    @GET
    @Operation(summary = "List Actions", description = "Newest first: those in the caller's sight.")
    @APIResponse(responseCode = "200", description = "A page of Actions")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<ActionListed> list(
            @Parameter(description = "A code of the list regions") @CodeOf("regions") @QueryParam("region") @Nullable
                    String region,
            @Parameter(description = "ISO 3166-1 alpha-2") @CodeOf("countries") @QueryParam("country") @Nullable
                    String country,
            @CodeOf("action-statuses") @QueryParam("status") @Nullable ActionStatus status,
            @Parameter(description = "Year of launch") @QueryParam("year") @Nullable Integer year,
            @Parameter(schema = @Schema(implementation = ActionSort.class)) @QueryParam("sort") @DefaultValue("-id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<ActionListed> order = Order.of(ActionSort.class, sort, cursor);
        Actions.Filter filter = new Actions.Filter(region, country, status == null ? null : status.name(), year);
        return Page.of(actions.page(filter, order, bounded + 1), bounded, order::after);
    }

    @GET
    @Path("/{idOrCode}")
    @Transactional
    @Operation(summary = "Read an Action", description = "By id or by code.")
    @APIResponse(
            responseCode = "200",
            description = "The Action",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response get(@PathParam("idOrCode") String id) {
        return ok(actions.get(id));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrCode}/launch")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Launch an Action", description = "The fast-response clock of its request stops here.")
    @ActionAct
    public Response launch(
            @PathParam("idOrCode") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid StepCommands.@Nullable Take step) {
        return ok(conducting.launch(id, ifMatch, step == null ? StepCommands.Take.TODAY : step));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrCode}/hold")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Put an Action on hold", description = "It rests until it is resumed or cancelled.")
    @ActionAct
    public Response hold(
            @PathParam("idOrCode") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull StepCommands.Explain step) {
        return ok(conducting.hold(id, ifMatch, step));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrCode}/resumption")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Resume an Action", description = "It goes on where it stood.")
    @ActionAct
    public Response resume(
            @PathParam("idOrCode") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid StepCommands.@Nullable Take step) {
        return ok(conducting.resume(id, ifMatch, step == null ? StepCommands.Take.TODAY : step));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrCode}/completion")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Complete an Action", description = "All is done; this is final.")
    @ActionAct
    public Response complete(
            @PathParam("idOrCode") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid StepCommands.@Nullable Take step) {
        return ok(conducting.complete(id, ifMatch, step == null ? StepCommands.Take.TODAY : step));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrCode}/cancellation")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Cancel an Action", description = "It ends before its time; this is final.")
    @ActionAct
    public Response cancel(
            @PathParam("idOrCode") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull StepCommands.Explain step) {
        return ok(conducting.cancel(id, ifMatch, step));
    }

    private Response ok(Action action) {
        List<String> authorities =
                action.authorityKeys().isEmpty() ? requests.authoritiesOf(action.code()) : action.authorityKeys();
        return ETags.ok(action, ActionView.of(action, authorities));
    }
}
