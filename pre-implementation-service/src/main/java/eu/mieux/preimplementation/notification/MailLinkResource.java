package eu.mieux.preimplementation.notification;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What the links in mails lead to, for whoever has them. Programs that look into mails follow links, so a GET does nothing; a POST
 * needs no body, and takes that of RFC 8058.
 */
@Path(MailLinks.PATH)
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
@PermitAll
@Tag(name = "Notifications", description = "Being told by mail what waits for one")
public class MailLinkResource {

    private static final int LONGEST = 200;
    private static final String LINK = "The link's last part, as it stands in the mail";

    private final FollowingLinks following;

    MailLinkResource(FollowingLinks following) {
        this.following = following;
    }

    @GET
    @Path("/confirmations/{token}")
    @Operation(
            operationId = "getAddressConfirmation",
            summary = "See what a link to confirm an address does",
            description = "Does nothing. Browsers are shown a page with a button.")
    @Answered
    public Response confirmation(
            @Parameter(description = LINK, schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
                    @PathParam("token")
                    String token,
            @Context HttpHeaders headers) {
        return answer(() -> following.confirmation(token), headers);
    }

    @POST
    @Path("/confirmations/{token}")
    @Operation(
            operationId = "confirmAddress",
            summary = "Confirm an address",
            description = "From now on its owner is told there. Done again, it is as before.")
    @Answered
    public Response confirm(
            @Parameter(description = LINK, schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
                    @PathParam("token")
                    String token,
            @Context HttpHeaders headers) {
        return answer(() -> following.confirm(token), headers);
    }

    @GET
    @Path("/unsubscriptions/{token}")
    @Operation(
            operationId = "getUnsubscription",
            summary = "See what a link to unsubscribe does",
            description = "Does nothing. Browsers are shown a page with a button.")
    @Answered
    public Response unsubscription(
            @Parameter(description = LINK, schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
                    @PathParam("token")
                    String token,
            @Context HttpHeaders headers) {
        return answer(() -> following.unsubscription(token), headers);
    }

    @POST
    @Path("/unsubscriptions/{token}")
    @Operation(
            operationId = "unsubscribe",
            summary = "Unsubscribe from a kind of mails",
            description =
                    "In one click, as RFC 8058 has it. Done again, it is as before; who has settings sees it there.")
    @Answered
    public Response unsubscribe(
            @Parameter(description = LINK, schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST))
                    @PathParam("token")
                    String token,
            @Context HttpHeaders headers) {
        return answer(() -> following.unsubscribe(token), headers);
    }

    private Response answer(Supplier<FollowingLinks.Shown> follow, HttpHeaders headers) {
        if (!isForPeople(headers)) {
            return untold(Response.ok(follow.get().view(), MediaType.APPLICATION_JSON_TYPE));
        }
        try {
            return untold(page(Response.Status.OK, follow.get().page()));
        } catch (NotificationRefusals.MailLinkUnknown _) {
            return untold(page(
                    Response.Status.NOT_FOUND,
                    following.unknown(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))));
        }
    }

    private static boolean isForPeople(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                        || type.isCompatible(MediaType.TEXT_HTML_TYPE))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
    }

    private static Response.ResponseBuilder page(Response.Status status, String page) {
        return Response.status(status).entity(page).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    /** The address bears a secret: it is kept nowhere and told to nobody. */
    private static Response untold(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
