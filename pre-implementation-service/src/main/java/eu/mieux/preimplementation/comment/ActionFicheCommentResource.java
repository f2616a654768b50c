package eu.mieux.preimplementation.comment;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.preimplementation.content.Section;
import eu.mieux.preimplementation.fiche.FichesInSight;
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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Comments on Action Fiches over HTTP: whoever sees a fiche sees what is said about it. */
@Path("/api/v1/action-fiches/{idOrReference}/comments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager"})
@Tag(name = "Action Fiches")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
@APIResponse(responseCode = "404", description = "Absent, or out of your sight")
public class ActionFicheCommentResource {

    private final FichesInSight fiches;
    private final FicheComments comments;
    private final Commenting commenting;

    ActionFicheCommentResource(FichesInSight fiches, FicheComments comments, Commenting commenting) {
        this.fiches = fiches;
        this.comments = comments;
        this.commenting = commenting;
    }

    @GET
    @Transactional
    @RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
    @Operation(summary = "List the comments on an Action Fiche", description = "Newest first, with their replies.")
    @APIResponse(responseCode = "200", description = "A page of comments")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "A filter takes another code, or limit is not between 1 and 200")
    public Page<CommentView> list(
            @PathParam("idOrReference") String id,
            @CodeOf("fiche-sections") @QueryParam("section") @Nullable Section section,
            @CodeOf("comment-statuses") @QueryParam("status") @Nullable CommentStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        List<FicheComment> found = comments.page(fiches.get(id), section, status, Cursor.of(cursor), bounded + 1);
        return Page.of(found, bounded, comment -> Cursor.at(comment.id())).map(FicheComment::view);
    }

    @GET
    @Path("/{commentId}")
    @Transactional
    @RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
    @Operation(summary = "Read a comment on an Action Fiche", description = "With its replies.")
    @APIResponse(
            responseCode = "200",
            description = "The comment",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    public Response get(@PathParam("idOrReference") String id, @PathParam("commentId") String comment) {
        return ok(comments.get(fiches.get(id), comment));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "commentOnActionFiche",
            summary = "Comment on a section of an Action Fiche",
            description = "For the three sides, and for the EU Delegations that see it.")
    @APIResponse(
            responseCode = "201",
            description = "Written; Location is the comment",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response write(@PathParam("idOrReference") String id, @Valid @NotNull CommentCommands.Write command) {
        FicheComment comment = commenting.write(id, command);
        URI location = URI.create("/api/v1/action-fiches/%s/comments/%s".formatted(comment.ficheId(), comment.id()));
        return ETags.created(location, comment, comment.view());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{commentId}/replies")
    @Transactional
    @Operation(
            operationId = "replyToActionFicheComment",
            summary = "Reply to a comment",
            description = "A hundred times at most.")
    @APIResponse(
            responseCode = "200",
            description = "The comment after the reply",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    @APIResponse(responseCode = "409", description = "It has a hundred replies already")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response reply(
            @PathParam("idOrReference") String id,
            @PathParam("commentId") String comment,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CommentCommands.Answer command) {
        return ok(commenting.reply(id, comment, ifMatch, command));
    }

    @POST
    @Idempotent
    @Path("/{commentId}/resolution")
    @Transactional
    @Operation(
            operationId = "resolveActionFicheComment",
            summary = "Resolve a comment",
            description = "By whoever wrote it, or one of the three sides. Resolving twice changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The comment, resolved",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    public Response resolve(
            @PathParam("idOrReference") String id,
            @PathParam("commentId") String comment,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(commenting.resolve(id, comment, ifMatch));
    }

    @POST
    @Idempotent
    @Path("/{commentId}/reopening")
    @Transactional
    @Operation(
            operationId = "reopenActionFicheComment",
            summary = "Open a comment again",
            description = "By whoever wrote it, or one of the three sides. Reopening what is open changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The comment, open",
            content = @Content(schema = @Schema(implementation = CommentView.class)))
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    public Response reopen(
            @PathParam("idOrReference") String id,
            @PathParam("commentId") String comment,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(commenting.reopen(id, comment, ifMatch));
    }

    private static Response ok(FicheComment comment) {
        return ETags.ok(comment, comment.view());
    }
}
