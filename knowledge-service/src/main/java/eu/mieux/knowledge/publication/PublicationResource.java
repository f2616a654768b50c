package eu.mieux.knowledge.publication;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Publications over HTTP. Nobody needs to sign in to read what is published; the rest is absent for her ({@link PublicationPolicy}). */
@Path("/api/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Publications", description = "Products and articles, from the first draft to the public")
public class PublicationResource {

    private final Publications publications;
    private final Drafting drafting;
    private final Publishing publishing;
    private final PublicationPolicy policy;

    PublicationResource(Publications publications, Drafting drafting, Publishing publishing, PublicationPolicy policy) {
        this.publications = publications;
        this.drafting = drafting;
        this.publishing = publishing;
        this.policy = policy;
    }

    @GET
    @Operation(
            summary = "List publications",
            description = "For everybody what is published, newest first; for editors also the rest, before all else.")
    @APIResponse(responseCode = "200", description = "A page of publications")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<PublicationListed> list(
            @QueryParam("status") @Nullable PublicationStatus status,
            @Parameter(description = "Code of the list publication-kinds")
                    @CodeOf("publication-kinds")
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(description = "Year of publication") @QueryParam("year") @Nullable Integer year,
            @Parameter(description = "ISO 3166-1 alpha-2") @CodeOf("countries") @QueryParam("country") @Nullable
                    String country,
            @Parameter(description = "Code of the list themes") @CodeOf("themes") @QueryParam("theme") @Nullable
                    String theme,
            @Parameter(description = "ISO 639-1") @CodeOf("languages") @QueryParam("language") @Nullable
                    String language,
            @Parameter(description = "Code of an Action that it tells of") @QueryParam("action") @Nullable
                    String action,
            @Parameter(schema = @Schema(implementation = PublicationSort.class))
                    @QueryParam("sort")
                    @DefaultValue("-publishedOn")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Publications.Filter filter = new Publications.Filter(status, kind, year, country, theme, language, action);
        Order<PublicationListed> order = Order.of(PublicationSort.class, sort, cursor);
        return Page.of(publications.page(filter, order, bounded + 1), bounded, order::after);
    }

    @GET
    @Path("/{idOrKey}")
    @Transactional
    @Operation(summary = "Read a publication", description = "By id or by key.")
    @APIResponse(
            responseCode = "200",
            description = "The publication",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response get(@PathParam("idOrKey") String idOrKey) {
        return ok(publications.get(idOrKey));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Transactional
    @Operation(summary = "Draft a publication", description = "Its key is made of today's date and its title.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; Location is the publication",
            content = @Content(schema = @Schema(implementation = PublicationView.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response draft(@Valid @NotNull PublicationDraft draft) {
        Publication publication = drafting.draft(draft);
        return ETags.created(
                URI.create("/api/v1/publications/" + publication.id()),
                publication,
                PublicationView.of(publication, policy));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrKey}")
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Transactional
    @Operation(summary = "Revise a draft", description = "The whole draft, in place of the one before.")
    @PublicationAct
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PublicationDraft draft) {
        return ok(drafting.revise(idOrKey, ifMatch, draft));
    }

    @POST
    @Idempotent
    @Path("/{idOrKey}/review")
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Transactional
    @Operation(summary = "Start the review", description = "The author is done, others look at it.")
    @PublicationAct
    @APIResponse(responseCode = "422", description = "Something is missing; errors list all of it")
    public Response review(@PathParam("idOrKey") String idOrKey, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(publishing.startReview(idOrKey, ifMatch));
    }

    @POST
    @Idempotent
    @Path("/{idOrKey}/return")
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Transactional
    @Operation(
            operationId = "returnPublication",
            summary = "Return a publication to its author",
            description = "From review, or after it was withdrawn: it is a draft again and keeps its key.")
    @PublicationAct
    public Response giveBack(@PathParam("idOrKey") String idOrKey, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(publishing.giveBack(idOrKey, ifMatch));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrKey}/publication")
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Transactional
    @Operation(
            summary = "Publish",
            description =
                    "Through the visibility gate: funding statement, emblem and disclaimer must be confirmed. Found by search at once.")
    @PublicationAct
    @APIResponse(responseCode = "422", description = "The visibility gate stays shut; errors say what is not confirmed")
    public Response publish(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PublicationCommands.Publish command) {
        return ok(publishing.publish(idOrKey, ifMatch, command));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrKey}/withdrawal")
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Transactional
    @Operation(summary = "Withdraw a publication", description = "Nobody but the editors can read it any more.")
    @PublicationAct
    public Response withdraw(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PublicationCommands.Reason command) {
        return ok(publishing.withdraw(idOrKey, ifMatch, command.reason()));
    }

    private Response ok(Publication publication) {
        return ETags.ok(publication, PublicationView.of(publication, policy));
    }
}
