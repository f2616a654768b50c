package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.chassis.problem.Problem;
import eu.mieux.preimplementation.content.GivenContent;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Action Fiches over HTTP. What is out of a caller's sight is absent: 404. */
@Path("/api/v1/action-fiches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Action Fiches", description = "How an approved request becomes an Action")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class ActionFicheResource {

    private final ActionFiches fiches;
    private final Elaborating elaborating;
    private final Endorsing endorsing;
    private final ShowingFiches showing;

    ActionFicheResource(ActionFiches fiches, Elaborating elaborating, Endorsing endorsing, ShowingFiches showing) {
        this.showing = showing;
        this.fiches = fiches;
        this.elaborating = elaborating;
        this.endorsing = endorsing;
    }

    @GET
    @Transactional
    @Operation(summary = "List Action Fiches", description = "Newest first: those in the caller's sight.")
    @APIResponse(responseCode = "200", description = "A page of Action Fiches")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<ActionFicheListed> list(
            @CodeOf("action-fiche-statuses") @QueryParam("status") @Nullable FicheStatus status,
            @Parameter(description = "Code of the list regions") @CodeOf("regions") @QueryParam("region") @Nullable
                    String region,
            @Parameter(schema = @Schema(implementation = ActionFicheSort.class))
                    @QueryParam("sort")
                    @DefaultValue("-id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<ActionFicheListed> order = Order.of(ActionFicheSort.class, sort, cursor);
        return Page.of(fiches.page(status, region, order, bounded + 1), bounded, order::after);
    }

    @GET
    @Path("/{idOrReference}")
    @Transactional
    @Operation(summary = "Read an Action Fiche", description = "By id or by its request's reference.")
    @APIResponse(
            responseCode = "200",
            description = "The Action Fiche",
            content = @Content(schema = @Schema(implementation = ActionFicheView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response get(@PathParam("idOrReference") String id) {
        return ok(fiches.get(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrReference}")
    @RolesAllowed({"officer", "steering-member", "partner", "manager"})
    @Transactional
    @Operation(summary = "Save a version of an Action Fiche", description = """
                    Every saved version is kept; a new one voids the endorsements of the one before. Saving what stands there already changes nothing.

                    If-Match says which version you changed. If others have saved since, yours is merged with theirs section by section: where you and they
                    changed different sections, the answer is the merged fiche, and `merge` says which sections came from whom. Where both changed
                    the same section differently nothing is saved: 412, with what it was, what you sent and what they saved, section by section. Bring
                    those together, then send the whole again with `currentEtag` as If-Match. `If-Match: *` names no version and is refused.""")
    @APIResponse(
            responseCode = "200",
            description = "The Action Fiche as saved",
            content = @Content(schema = @Schema(implementation = ActionFicheView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "It is endorsed by all sides")
    @APIResponse(
            responseCode = "412",
            description =
                    "Others have changed the same sections since you read it: conflicts has both texts; or it never had the version that If-Match names",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = FicheConflict.class),
                            examples =
                                    @ExampleObject(
                                            name = "same-section-changed",
                                            summary = "Both texts",
                                            value = FicheConflict.EXAMPLE)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing, or names no version")
    public Response revise(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull GivenContent command) {
        Elaborating.Saved saved = elaborating.revise(id, ifMatch, command);
        return ETags.ok(saved.fiche(), showing.view(saved.fiche(), saved.merge()));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrReference}/endorsements")
    @RolesAllowed({"officer", "steering-member", "partner", "manager"})
    @Transactional
    @Operation(
            summary = "Endorse the current version for one side",
            description =
                    "With the third side the Action is handed over to implementation. Endorsing twice changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The Action Fiche after the endorsement",
            content = @Content(schema = @Schema(implementation = ActionFicheView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "It is endorsed by all sides")
    @APIResponse(responseCode = "412", description = "There is a newer version, or it was changed since it was read")
    @APIResponse(responseCode = "422", description = "Say for which side")
    public Response endorse(
            @PathParam("idOrReference") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid FicheCommands.@Nullable Endorse command) {
        return ok(endorsing.endorse(id, ifMatch, command == null ? new FicheCommands.Endorse(null, null) : command));
    }

    private Response ok(ActionFiche fiche) {
        return ETags.ok(fiche, showing.view(fiche));
    }
}
