package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The names and focal points of authorities over HTTP; each change is one of the authority, whose ETag it needs. */
@Path("/api/v1/authorities/{idOrKey}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "manager"})
@Tag(name = "Authorities", description = "Institutions that can ask for support")
@APIResponse(responseCode = "404", description = "There is no such authority, alias or focal point")
@APIResponse(responseCode = "412", description = "It was changed since it was read")
@APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
public class AuthorityPartsResource {

    private static final String LIKE_ANOTHER =
            "It was merged into another, or is called like others; candidates names them";

    private final Describing describing;
    private final ShowingAuthorities showing;

    AuthorityPartsResource(Describing describing, ShowingAuthorities showing) {
        this.describing = describing;
        this.showing = showing;
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/aliases")
    @Operation(
            operationId = "addAuthorityAlias",
            summary = "Add an alias",
            description = "Another name of the authority: of another language, in a document, of before.")
    @APIResponse(
            responseCode = "200",
            description = "The authority with it",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(
            responseCode = "409",
            description = LIKE_ANOTHER,
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = LikelyDuplicateProblem.class)))
    public Response call(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AuthorityCommands.Call command) {
        return ok(describing.call(idOrKey, ifMatch, command));
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/aliases/{alias}")
    @Operation(operationId = "changeAuthorityAlias", summary = "Change an alias", description = "The whole of it.")
    @APIResponse(
            responseCode = "200",
            description = "The authority with it",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(
            responseCode = "409",
            description = LIKE_ANOTHER,
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = LikelyDuplicateProblem.class)))
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response callOtherwise(
            @PathParam("idOrKey") String idOrKey,
            @PathParam("alias") UUID alias,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AuthorityCommands.Call command) {
        return ok(describing.callOtherwise(idOrKey, alias, ifMatch, command));
    }

    @DELETE
    @Transactional
    @Path("/aliases/{alias}")
    @Operation(
            operationId = "removeAuthorityAlias",
            summary = "Remove an alias",
            description = "It is not called so any more, or never was.")
    @APIResponse(
            responseCode = "200",
            description = "The authority without it",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "409", description = "It was merged into another")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response callNoLonger(
            @PathParam("idOrKey") String idOrKey,
            @PathParam("alias") UUID alias,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(describing.callNoLonger(idOrKey, alias, ifMatch));
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/contacts")
    @Operation(
            operationId = "addAuthorityContact",
            summary = "Add a focal point",
            description =
                    "A person whom one writes to. Officers, managers, auditors and the authority's own partners see it.")
    @APIResponse(
            responseCode = "200",
            description = "The authority with it",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "409", description = "It was merged into another")
    public Response reachAt(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AuthorityCommands.Reach command) {
        return ok(describing.reachAt(idOrKey, ifMatch, command));
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/contacts/{contact}")
    @Operation(
            operationId = "changeAuthorityContact",
            summary = "Change a focal point",
            description = "The whole of it.")
    @APIResponse(
            responseCode = "200",
            description = "The authority with it",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "409", description = "It was merged into another")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response reachOtherwise(
            @PathParam("idOrKey") String idOrKey,
            @PathParam("contact") UUID contact,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull AuthorityCommands.Reach command) {
        return ok(describing.reachOtherwise(idOrKey, contact, ifMatch, command));
    }

    @DELETE
    @Transactional
    @Path("/contacts/{contact}")
    @Operation(
            operationId = "removeAuthorityContact",
            summary = "Remove a focal point",
            description = "One does not write to that person any more.")
    @APIResponse(
            responseCode = "200",
            description = "The authority without it",
            content = @Content(schema = @Schema(implementation = AuthorityView.class)))
    @APIResponse(responseCode = "409", description = "It was merged into another")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response reachNoLongerAt(
            @PathParam("idOrKey") String idOrKey,
            @PathParam("contact") UUID contact,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(describing.reachNoLongerAt(idOrKey, contact, ifMatch));
    }

    private Response ok(Authority authority) {
        return ETags.ok(authority, showing.view(authority));
    }
}
