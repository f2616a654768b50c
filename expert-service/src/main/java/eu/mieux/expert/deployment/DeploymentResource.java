package eu.mieux.expert.deployment;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Deployments over HTTP. What is out of a caller's sight ({@link DeploymentPolicy}) is absent: 404. */
@Path("/api/v1/deployments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"emm", "manager", "officer", "auditor", "client", "expert"})
@Tag(name = "Deployments", description = "Experts at Activities, from the proposal to the end of the work")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class DeploymentResource {

    private final Deployments deployments;
    private final Proposing proposing;
    private final Deploying deploying;

    private final AuditNotes notes;

    DeploymentResource(Deployments deployments, Proposing proposing, Deploying deploying, AuditNotes notes) {
        this.deployments = deployments;
        this.proposing = proposing;
        this.deploying = deploying;
        this.notes = notes;
    }

    @GET
    @Transactional
    @Operation(summary = "List deployments", description = "Newest first: those in the caller's sight.")
    @APIResponse(responseCode = "200", description = "A page of deployments")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<DeploymentView> list(
            @Parameter(description = "Key of the expert") @QueryParam("expert") @Nullable String expert,
            @Parameter(description = "Code of the Action") @QueryParam("action") @Nullable String action,
            @Parameter(description = "Number of the Activity in its Action") @QueryParam("activity") @Nullable
                    Integer activity,
            @CodeOf("deployment-statuses") @QueryParam("status") @Nullable DeploymentStatus status,
            @Parameter(schema = @Schema(implementation = DeploymentSort.class)) @QueryParam("sort") @DefaultValue("-id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<DeploymentView> order = Order.of(DeploymentSort.class, sort, cursor);
        Deployments.Filter filter =
                new Deployments.Filter(expert, action, activity, status == null ? null : status.name());
        List<Deployment> found = deployments.page(filter, order, bounded + 1);
        noteExperts(found.stream().limit(bounded).toList());
        return Page.of(found.stream().map(DeploymentView::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Read a deployment", description = "A deployment with its dates, days and the terms agreed.")
    @APIResponse(
            responseCode = "200",
            description = "The deployment",
            content = @Content(schema = @Schema(implementation = DeploymentView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response get(@PathParam("id") String id) {
        Deployment deployment = deployments.get(id);
        noteExperts(List.of(deployment));
        return ok(deployment);
    }

    /** Where somebody is sent, and why she declined, are hers. */
    private void noteExperts(List<Deployment> shown) {
        notes.shown(
                "expert",
                "deployments",
                shown.stream().map(deployment -> DeploymentView.of(deployment).expertKey()));
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"emm", "manager", "officer"})
    @Operation(
            summary = "Propose an expert for an Activity",
            description =
                    "Her category and background are kept as they are now; the dates are the Activity's unless given.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed; Location is the deployment",
            content = @Content(schema = @Schema(implementation = DeploymentView.class)))
    @APIResponse(responseCode = "409", description = "There is already a deployment of this expert to this Activity")
    @APIResponse(
            responseCode = "422",
            description = "Expert or Activity unknown, the Activity cancelled, or the expert on site elsewhere")
    public Response propose(@Valid @NotNull DeploymentCommands.Propose command) {
        return created(proposing.propose(command));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}")
    @RolesAllowed({"emm", "manager", "officer"})
    @Operation(summary = "Amend role, dates and days", description = "While the deployment is open.")
    @APIResponse(
            responseCode = "200",
            description = "The deployment as amended",
            content = @Content(schema = @Schema(implementation = DeploymentView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "It is not open any more")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response amend(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DeploymentCommands.Amend command) {
        return ok(proposing.amend(id, ifMatch, command));
    }

    @POST
    @Idempotent
    @Transactional
    @Path("/{id}/invitation")
    @RolesAllowed({"emm", "manager"})
    @Operation(summary = "Invite the expert", description = "A proposed expert is asked; she accepts or declines.")
    @DeploymentAct
    public Response invite(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(deploying.invite(id, ifMatch));
    }

    @POST
    @Idempotent
    @Transactional
    @Path("/{id}/acceptance")
    @RolesAllowed({"expert", "emm", "manager"})
    @Operation(summary = "Accept the invitation", description = "The expert herself, or the EMM on her behalf.")
    @DeploymentAct
    @APIResponse(responseCode = "422", description = "The Activity is cancelled, or the expert on site elsewhere")
    public Response accept(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(deploying.accept(id, ifMatch));
    }

    @POST
    @Idempotent
    @Transactional
    @Path("/{id}/declination")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"expert", "emm", "manager"})
    @Operation(summary = "Decline the invitation", description = "The expert herself, or the EMM on her behalf.")
    @DeploymentAct
    public Response decline(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid DeploymentCommands.@Nullable Decline command) {
        return ok(deploying.decline(id, ifMatch, command == null ? null : command.reason()));
    }

    @POST
    @Idempotent
    @Transactional
    @Path("/{id}/contract")
    @RolesAllowed({"emm", "manager"})
    @Operation(
            summary = "Record that the contract is signed",
            description = "The expert has accepted, and her contract is signed.")
    @DeploymentAct
    public Response contract(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(deploying.contract(id, ifMatch));
    }

    @POST
    @Idempotent
    @Transactional
    @Path("/{id}/start")
    @RolesAllowed({"emm", "manager"})
    @Operation(
            summary = "Record that the expert is deployed",
            description = "The expert with a contract is on her way or at work.")
    @DeploymentAct
    public Response start(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(deploying.start(id, ifMatch));
    }

    @POST
    @Idempotent
    @Transactional
    @Path("/{id}/completion")
    @RolesAllowed({"emm", "manager"})
    @Operation(
            summary = "Record that the work is done",
            description = "The deployment has ended as agreed; this is final.")
    @DeploymentAct
    public Response complete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(deploying.complete(id, ifMatch));
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/cancellation")
    @RolesAllowed({"emm", "manager"})
    @Operation(summary = "Cancel the deployment", description = "While it is open.")
    @DeploymentAct
    public Response cancel(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DeploymentCommands.Cancel command) {
        return ok(deploying.cancel(id, ifMatch, command.reason()));
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/replacement")
    @RolesAllowed({"emm", "manager", "officer"})
    @Operation(
            summary = "Propose another expert in her stead",
            description = "For a declined or cancelled deployment, once, on its terms.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed; Location is the new deployment",
            content = @Content(schema = @Schema(implementation = DeploymentView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "It is neither declined nor cancelled, or already replaced")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "The expert is unknown or on site elsewhere")
    public Response replace(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull DeploymentCommands.Replace command) {
        return created(proposing.replace(id, ifMatch, command));
    }

    private static Response ok(Deployment deployment) {
        return ETags.ok(deployment, DeploymentView.of(deployment));
    }

    private static Response created(Deployment deployment) {
        return ETags.created(
                URI.create("/api/v1/deployments/" + deployment.id()), deployment, DeploymentView.of(deployment));
    }
}
