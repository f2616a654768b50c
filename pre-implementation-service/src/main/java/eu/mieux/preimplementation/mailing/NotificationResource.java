package eu.mieux.preimplementation.mailing;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The mails over HTTP, for whoever looks after them. */
@Path(NotificationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"manager", "auditor"})
@Tag(name = "Notifications", description = "Being told by mail what waits for one")
public class NotificationResource {

    static final String PATH = "/api/v1/notifications";

    private final Operating operating;

    NotificationResource(Operating operating) {
        this.operating = operating;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listNotifications",
            summary = "List the mails",
            description = "Newest first, those of a bit more than a year. That you were shown the addresses is noted.")
    @APIResponse(responseCode = "200", description = "A page of mails")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<NotificationView> list(
            @Parameter(description = "What became of them: PARKED are those that somebody has to look after")
                    @QueryParam("state")
                    @Nullable
                    MailState state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        List<Operating.Placed> found = operating.page(state, Cursor.of(cursor).number(Long.MAX_VALUE), bounded);
        return Page.of(found, bounded, m -> Cursor.at(m.position())).map(Operating.Placed::mail);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getNotification",
            summary = "Read what became of a mail",
            description = "That you were shown the address is noted.")
    @APIResponse(
            responseCode = "200",
            description = "The mail, without what it says",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "404", description = "There is no such mail, or no longer")
    public NotificationView get(@PathParam("id") UUID id) {
        return operating.get(id);
    }

    /** Takes no If-Match: a mail has no version, and of two who send it again one is told that it is queued. */
    @POST
    @Idempotent
    @Path("/{id}/resending")
    @RolesAllowed("manager")
    @Transactional
    @Operation(
            operationId = "resendNotification",
            summary = "Send a parked mail again",
            description = "It says what is true then, and goes where its recipient wants it then.")
    @APIResponse(
            responseCode = "202",
            description = "It is queued; Location tells what becomes of it",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "404", description = "There is no such mail, or no longer")
    @APIResponse(responseCode = "409", description = "It is not PARKED")
    public Response resend(@PathParam("id") UUID id) {
        return Response.accepted(operating.sendAgain(id))
                .location(URI.create(PATH + "/" + id))
                .build();
    }
}
