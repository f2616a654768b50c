package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.chassis.problem.NotFound;
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

/** Authorities over HTTP. Whoever is signed in may look them up: they are public institutions. */
@Path("/api/v1/authorities")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Authorities", description = "Institutions that can ask for support")
public class AuthorityResource {

    private final Authorities authorities;
    private final Registering registering;

    AuthorityResource(Authorities authorities, Registering registering) {
        this.authorities = authorities;
        this.registering = registering;
    }

    @GET
    @Transactional
    @Operation(summary = "List authorities", description = "In the order in which they were registered.")
    public Page<AuthorityView> list(
            @CodeOf("countries") @QueryParam("country") @Nullable String country,
            @CodeOf("authority-types") @QueryParam("type") @Nullable AuthorityType type,
            @Parameter(schema = @Schema(implementation = AuthoritySort.class)) @QueryParam("sort") @DefaultValue("id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<AuthorityView> order = Order.of(AuthoritySort.class, sort, cursor);
        List<Authority> found = authorities.page(country, type, order, bounded + 1);
        return Page.of(found.stream().map(AuthorityView::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{idOrKey}")
    @Transactional
    @Operation(summary = "Read an authority", description = "By id or by key.")
    @APIResponse(
            responseCode = "200",
            description = "The authority",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "404", description = "There is no such authority")
    public Response get(@PathParam("idOrKey") String idOrKey) {
        Authority authority = authorities.find(idOrKey).orElseThrow(() -> new NotFound("authority", idOrKey));
        return ETags.ok(authority, AuthorityView.of(authority));
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "manager"})
    @Operation(
            summary = "Register an authority",
            description = "It can ask for support from then on; its key is made from its name.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location is the authority",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response register(@Valid @NotNull AuthorityCommand command) {
        Authority authority = registering.register(command);
        return ETags.created(
                URI.create("/api/v1/authorities/" + authority.id()), authority, AuthorityView.of(authority));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrKey}")
    @RolesAllowed({"officer", "manager"})
    @Operation(summary = "Amend an authority", description = "Its name, type and place; its key stays.")
    @APIResponse(
            responseCode = "200",
            description = "The authority as amended",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "404", description = "There is no such authority")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response amend(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AuthorityCommand command) {
        Authority authority = registering.amend(idOrKey, ifMatch, command);
        return ETags.ok(authority, AuthorityView.of(authority));
    }
}
