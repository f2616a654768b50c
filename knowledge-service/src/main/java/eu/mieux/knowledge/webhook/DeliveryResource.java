package eu.mieux.knowledge.webhook;

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

/** What was sent to a webhook, and what came of it; for whoever may see the webhook. */
@Path("/api/v1/webhooks/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"manager", "client", "auditor"})
@Tag(name = "Webhooks", description = "Being called when something happens")
public class DeliveryResource {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Subscribing subscribing;

    DeliveryResource(Webhooks webhooks, Deliveries deliveries, Subscribing subscribing) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.subscribing = subscribing;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDeliveries",
            summary = "List the deliveries of a webhook",
            description = "Newest first, those of the last 30 days.")
    @APIResponse(responseCode = "200", description = "A page of deliveries")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "404", description = "The webhook is absent, or not yours")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<DeliveryListed> list(
            @PathParam("id") String id,
            @Parameter(description = "What became of them") @QueryParam("status") @Nullable DeliveryStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Webhook webhook = webhooks.get(id);
        List<Deliveries.Placed> found =
                deliveries.page(webhook.id(), status, Cursor.of(cursor).number(Long.MAX_VALUE), bounded + 1);
        return Page.of(found, bounded, d -> Cursor.at(d.position())).map(Deliveries.Placed::delivery);
    }

    @GET
    @Path("/{deliveryId}")
    @Transactional
    @Operation(
            operationId = "getDelivery",
            summary = "Read a delivery",
            description = "What is sent, and what came of the last 20 tries.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or not of a webhook of yours")
    public DeliveryView get(@PathParam("id") String id, @PathParam("deliveryId") UUID deliveryId) {
        return deliveries.get(webhooks.get(id).id(), deliveryId);
    }

    /** Takes no If-Match: a delivery has no version, and to send it again after somebody else has done so does no harm. */
    @POST
    @Idempotent
    @Path("/{deliveryId}/replay")
    @RolesAllowed({"manager", "client"})
    @Transactional
    @Operation(
            operationId = "replayDelivery",
            summary = "Send a delivery again",
            description =
                    "With the same webhook-id as before. With it goes all of the same record that was not taken, for that is told in order.")
    @APIResponse(
            responseCode = "202",
            description = "It is sent as soon as the receiver takes it; Location is the delivery",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or not of a webhook of yours")
    public Response replay(@PathParam("id") String id, @PathParam("deliveryId") UUID deliveryId) {
        DeliveryView delivery = subscribing.replay(id, deliveryId);
        return Response.accepted(delivery)
                .location(URI.create(WebhookResource.PATH + id + "/deliveries/" + delivery.id()))
                .build();
    }
}
