package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.preimplementation.content.GivenContent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the Action Fiche of a request begins. */
@Path("/api/v1/requests/{idOrReference}/action-fiche")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "manager"})
@Tag(name = "Action Fiches")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this, or not in this region")
public class FicheOfRequestResource {

    private final Elaborating elaborating;
    private final ShowingFiches showing;

    FicheOfRequestResource(Elaborating elaborating, ShowingFiches showing) {
        this.showing = showing;
        this.elaborating = elaborating;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "draftActionFiche",
            summary = "Draft the Action Fiche of a request",
            description = "Of an approved request, once.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; Location is the fiche",
            content = @Content(schema = @Schema(implementation = ActionFicheView.class)))
    @APIResponse(responseCode = "404", description = "There is no such request, or it is out of your sight")
    @APIResponse(responseCode = "409", description = "The request is not approved, or has its fiche already")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response draft(@PathParam("idOrReference") String request, @Valid @NotNull GivenContent command) {
        ActionFiche fiche = elaborating.draft(request, command);
        return ETags.created(URI.create("/api/v1/action-fiches/" + fiche.id()), fiche, showing.view(fiche));
    }
}
