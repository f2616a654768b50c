package eu.mieux.implementation.deliverable;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.implementation.action.Actions;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Deliverables over HTTP, within their Action: who sees the Action sees them. */
@Path("/api/v1/actions/{idOrCode}/deliverables")
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
@Tag(name = "Deliverables", description = "What an Action leaves behind, from the draft to the partner")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this, or not in this region")
public class DeliverableResource {

    private final Deliverables deliverables;
    private final Actions actions;
    private final Producing producing;

    DeliverableResource(Deliverables deliverables, Actions actions, Producing producing) {
        this.deliverables = deliverables;
        this.actions = actions;
        this.producing = producing;
    }

    @GET
    @Transactional
    @Operation(summary = "List the deliverables of an Action", description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of deliverables")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "404", description = "The Action is absent, or out of your sight")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<DeliverableView> list(
            @PathParam("idOrCode") String action,
            @CodeOf("deliverable-statuses") @QueryParam("status") @Nullable DeliverableStatus status,
            @Parameter(schema = @Schema(implementation = DeliverableSort.class))
                    @QueryParam("sort")
                    @DefaultValue("-id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<DeliverableView> order = Order.of(DeliverableSort.class, sort, cursor);
        List<Deliverable> found = deliverables.page(actions.code(action), status, order, bounded + 1);
        return Page.of(found.stream().map(DeliverableView::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "Read a deliverable",
            description = "A deliverable of the Action, with its status and languages.")
    @APIResponse(
            responseCode = "200",
            description = "The deliverable",
            content = @Content(schema = @Schema(implementation = DeliverableView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or its Action is out of your sight")
    public Response get(@PathParam("idOrCode") String action, @PathParam("id") UUID id) {
        return ok(deliverables.get(actions.code(action), id));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Begin a deliverable", description = "Its title is unique within its Action.")
    @APIResponse(
            responseCode = "201",
            description = "Begun; Location is the deliverable",
            content = @Content(schema = @Schema(implementation = DeliverableView.class)))
    @APIResponse(responseCode = "404", description = "The Action is absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "The Action is cancelled")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response draft(@PathParam("idOrCode") String action, @Valid @NotNull DeliverableCommands.Draft draft) {
        Deliverable deliverable = producing.draft(action, draft);
        return ETags.created(
                URI.create("/api/v1/actions/%s/deliverables/%s"
                        .formatted(deliverable.key().actionCode(), deliverable.id())),
                deliverable,
                DeliverableView.of(deliverable));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Revise a deliverable", description = "As long as it is being drafted.")
    @DeliverableAct
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @PathParam("idOrCode") String action,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DeliverableCommands.Draft draft) {
        return ok(producing.revise(action, id, ifMatch, draft));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/validation")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Validate a deliverable", description = "The draft is found good; next it is handed over.")
    @DeliverableAct
    public Response validate(
            @PathParam("idOrCode") String action,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid StepCommands.@Nullable Take step) {
        return ok(producing.validate(action, id, ifMatch, step == null ? StepCommands.Take.TODAY : step));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/handover")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(
            summary = "Hand a deliverable over to the partner",
            description = "A validated deliverable becomes the partner's; this is final.")
    @DeliverableAct
    public Response handOver(
            @PathParam("idOrCode") String action,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DeliverableCommands.HandOver command) {
        return ok(producing.handOver(action, id, ifMatch, command));
    }

    private static Response ok(Deliverable deliverable) {
        return ETags.ok(deliverable, DeliverableView.of(deliverable));
    }
}
