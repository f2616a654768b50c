package eu.mieux.knowledge.media;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Media mentions over HTTP. Whoever is signed in may look them up: they were public when they appeared. */
@Path("/api/v1/media-mentions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Media mentions", description = "Where the facility was mentioned")
public class MediaMentionResource {

    private final MediaMentions mentions;
    private final Recording recording;

    MediaMentionResource(MediaMentions mentions, Recording recording) {
        this.mentions = mentions;
        this.recording = recording;
    }

    @GET
    @Transactional
    @Operation(summary = "List media mentions", description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of media mentions")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<MediaMentionView> list(
            @Parameter(description = "Year of publication") @QueryParam("year") @Nullable Integer year,
            @Parameter(description = "ISO 3166-1 alpha-2") @CodeOf("countries") @QueryParam("country") @Nullable
                    String country,
            @Parameter(schema = @Schema(implementation = MediaMentionSort.class))
                    @QueryParam("sort")
                    @DefaultValue("-publishedOn")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<MediaMentionView> order = Order.of(MediaMentionSort.class, sort, cursor);
        List<MediaMention> found = mentions.page(year, country, order, bounded + 1);
        return Page.of(found.stream().map(MediaMentionView::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{idOrKey}")
    @Transactional
    @Operation(summary = "Read a media mention", description = "By id or by key.")
    @APIResponse(
            responseCode = "200",
            description = "The media mention",
            content = @Content(schema = @Schema(implementation = MediaMentionView.class)))
    @APIResponse(responseCode = "404", description = "There is no such media mention")
    public Response get(@PathParam("idOrKey") String idOrKey) {
        return ok(mentions.get(idOrKey));
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Operation(summary = "Record a media mention", description = "Its key is made of the date and the outlet.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location is the media mention",
            content = @Content(schema = @Schema(implementation = MediaMentionView.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response record(@Valid @NotNull MediaMentionCommand command) {
        MediaMention mention = recording.record(command);
        return ETags.created(
                URI.create("/api/v1/media-mentions/" + mention.id()), mention, MediaMentionView.of(mention));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrKey}")
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Operation(
            summary = "Amend a media mention",
            description = "The whole of what is known about it, in place of what was recorded.")
    @APIResponse(
            responseCode = "200",
            description = "The media mention as amended",
            content = @Content(schema = @Schema(implementation = MediaMentionView.class)))
    @APIResponse(responseCode = "404", description = "There is no such media mention")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response amend(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MediaMentionCommand command) {
        return ok(recording.amend(idOrKey, ifMatch, command));
    }

    private static Response ok(MediaMention mention) {
        return ETags.ok(mention, MediaMentionView.of(mention));
    }
}
