package eu.mieux.expert.roster;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The roster over HTTP. Who is out of a caller's sight ({@link ExpertPolicy}) is absent: 404. Every read is written down. */
@Path("/api/v1/experts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"emm", "manager", "officer", "auditor", "client", "expert"})
@Tag(name = "Experts", description = "The roster")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class ExpertResource {

    private final Experts experts;
    private final Registering registering;
    private final Languages languages;
    private final PersonalDataReads reads;

    ExpertResource(Experts experts, Registering registering, Languages languages, PersonalDataReads reads) {
        this.experts = experts;
        this.registering = registering;
        this.languages = languages;
        this.reads = reads;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List experts",
            description = "In the order in which they came onto the roster: those in the caller's sight.")
    @APIResponse(responseCode = "200", description = "A page of experts")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200, or language is none")
    public Page<ExpertView> list(
            @CodeOf("expert-categories") @QueryParam("category") @Nullable String category,
            @Parameter(description = "fr at any level, or fr:B2 at that level or above")
                    @QueryParam("language")
                    @Nullable
                    String language,
            @CodeOf("themes") @QueryParam("theme") @Nullable String theme,
            @Parameter(description = "ISO 3166-1 alpha-2") @CodeOf("countries") @QueryParam("nationality") @Nullable
                    String nationality,
            @Parameter(schema = @Schema(implementation = ExpertSort.class)) @QueryParam("sort") @DefaultValue("id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<Expert> order = Order.of(ExpertSort.class, sort, cursor);
        List<String> skills = language == null ? null : languages.satisfying(language);
        Experts.Filter filter = new Experts.Filter(category, skills, theme, nationality);
        Page<Expert> page = Page.of(experts.page(filter, order, bounded + 1), bounded, order::after);
        reads.shown("list", page.items());
        Set<Expert> withContact = experts.withContact(page.items());
        return page.map(expert -> ExpertView.of(expert, withContact.contains(expert)));
    }

    @GET
    @Path("/{idOrKey}")
    @Transactional
    @Operation(summary = "Read an expert's profile", description = "By id or by key.")
    @APIResponse(
            responseCode = "200",
            description = "The expert",
            content = @Content(schema = @Schema(implementation = ExpertView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response get(@PathParam("idOrKey") String idOrKey) {
        Expert expert = experts.get(idOrKey);
        reads.shown("profile", List.of(expert));
        return ok(expert);
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"emm", "manager"})
    @Operation(summary = "Register an expert", description = "Her key is allotted; it says nothing about her.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location is the expert",
            content = @Content(schema = @Schema(implementation = ExpertView.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response register(@Valid @NotNull ExpertCommand command) {
        Expert expert = registering.register(command);
        return ETags.created(URI.create("/api/v1/experts/" + expert.id()), expert, view(expert));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrKey}")
    @RolesAllowed({"emm", "manager", "expert"})
    @Transactional
    @Operation(summary = "Amend an expert's profile", description = "An expert may amend her own.")
    @APIResponse(
            responseCode = "200",
            description = "The profile as amended",
            content = @Content(schema = @Schema(implementation = ExpertView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response amend(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ExpertCommand command) {
        return ok(registering.amend(idOrKey, ifMatch, command));
    }

    private Response ok(Expert expert) {
        return ETags.ok(expert, view(expert));
    }

    private ExpertView view(Expert expert) {
        return ExpertView.of(expert, !experts.withContact(List.of(expert)).isEmpty());
    }
}
