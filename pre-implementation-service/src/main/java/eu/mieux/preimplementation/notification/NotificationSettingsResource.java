package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.http.ETags;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own settings over HTTP; for those whom something may wait for. */
@Path(MailLinks.PATH + "/mine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager"})
@Tag(name = "Notifications", description = "Being told by mail what waits for one")
public class NotificationSettingsResource {

    private final Choosing choosing;

    NotificationSettingsResource(Choosing choosing) {
        this.choosing = choosing;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getNotificationSettings",
            summary = "Read how you are told",
            description = "As long as nothing was set, you are told nothing; the answer is what you would begin with.")
    @APIResponse(
            responseCode = "200",
            description = "Your settings",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    public Response get() {
        return ok(choosing.mine());
    }

    @PUT
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeNotificationSettings", summary = "Say how you are told", description = """
                    You are told of what you may see by your token of now: set it again when your rights have changed. A new address is confirmed by the link in a mail; until \
                    then mails go to the one before. Of what happened before you are not told.""")
    @APIResponse(
            responseCode = "200",
            description = "Your settings",
            content = @Content(schema = @Schema(implementation = SettingsView.class)))
    @APIResponse(responseCode = "412", description = "They were changed since they were read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(responseCode = "429", description = "Too many mails to confirm addresses within a day")
    public Response change(@HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull SettingsCommand command) {
        return ok(choosing.change(ifMatch, command));
    }

    @DELETE
    @Transactional
    @Operation(
            operationId = "deleteNotificationSettings",
            summary = "Be told nothing, and be forgotten",
            description = "Deletes your settings with your address, and with them what is still to be told.")
    @APIResponse(responseCode = "204", description = "There are none, or no longer")
    @APIResponse(responseCode = "412", description = "They were changed since they were read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response delete(@HeaderParam("If-Match") @Nullable String ifMatch) {
        choosing.delete(ifMatch);
        return Response.noContent().build();
    }

    private static Response ok(Recipient recipient) {
        return ETags.ok(recipient, SettingsView.of(recipient));
    }
}
