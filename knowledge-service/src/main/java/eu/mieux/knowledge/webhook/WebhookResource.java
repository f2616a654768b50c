package eu.mieux.knowledge.webhook;

import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Webhooks over HTTP: a machine's own, and all of them for managers and auditors ({@link WebhookPolicy}). */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"manager", "client"})
@Tag(name = "Webhooks", description = "Being called when something happens")
public class WebhookResource {

    static final String PATH = "/api/v1/webhooks/";

    private final Webhooks webhooks;
    private final Subscribing subscribing;

    WebhookResource(Webhooks webhooks, Subscribing subscribing) {
        this.webhooks = webhooks;
        this.subscribing = subscribing;
    }

    @GET
    @RolesAllowed({"manager", "client", "auditor"})
    @Transactional
    @Operation(summary = "List webhooks", description = "Newest first: your own; for managers and auditors all.")
    @APIResponse(responseCode = "200", description = "A page of webhooks")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<WebhookView> list(
            @QueryParam("state") @Nullable WebhookState state,
            @Parameter(schema = @Schema(implementation = WebhookSort.class)) @QueryParam("sort") @DefaultValue("-id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<WebhookView> order = Order.of(WebhookSort.class, sort, cursor);
        List<Webhook> found = webhooks.page(state, order, bounded + 1);
        return Page.of(found.stream().map(WebhookView::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"manager", "client", "auditor"})
    @Transactional
    @Operation(summary = "Read a webhook", description = "Without its secret, which is told when it is made.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or not yours")
    public Response get(@PathParam("id") String id) {
        return ok(webhooks.get(id));
    }

    @POST
    @LooksFirst
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "makeWebhook",
            summary = "Ask to be called when something happens",
            description =
                    "From now on each event of these types that you may see is sent to the URL as a CloudEvent, signed as"
                            + " standardwebhooks.com says with the secret in the answer; the guide on webhooks tells how to verify it."
                            + " You hear what you may read at this time; change the webhook when your rights have changed.")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location is the webhook. The one answer with its secret",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "409", description = "You have as many webhooks as anybody may")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response make(@Valid @NotNull WebhookCommand command) {
        Subscribing.Done<String> made = subscribing.make(command);
        return ETags.created(
                URI.create(PATH + made.webhook().id()), made.webhook(), WebhookView.with(made.webhook(), made.what()));
    }

    @PUT
    @LooksFirst
    @Path("/{id}")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change a webhook",
            description =
                    "The whole of it, in place of what was said before. What waits for it is tried at once. If it is yours, you"
                            + " hear from now on what you may read now.")
    @WebhookAct
    @APIResponse(
            responseCode = "200",
            description = "The webhook as changed",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull WebhookCommand command) {
        return ok(subscribing.change(id, ifMatch, command));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Delete a webhook",
            description = "With its deliveries, sent or not, and its log. To stop it for a while, let it be PAUSED.")
    @WebhookAct
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response delete(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        subscribing.delete(id, ifMatch);
        return Response.noContent().build();
    }

    @POST
    @Idempotent
    @Path("/{id}/secret-rotation")
    @Transactional
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description =
                    "For 24 hours deliveries are signed with the new one and the one before, so that the receiver can be changed meanwhile.")
    @WebhookAct
    @APIResponse(
            responseCode = "200",
            description = "The webhook with its new secret, which is not told again",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response rotate(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Subscribing.Done<String> rotated = subscribing.rotate(id, ifMatch);
        return ETags.ok(rotated.webhook(), WebhookView.with(rotated.webhook(), rotated.what()));
    }

    @POST
    @Idempotent
    @Path("/{id}/test")
    @Transactional
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test to a webhook",
            description =
                    "An event of the type eu.mieux.webhook-tested, whatever types it asks for; it is of no record, and waits for none.")
    @WebhookAct
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location is the delivery, which says what came of it",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "409", description = "It is paused")
    public Response test(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Subscribing.Done<DeliveryView> tested = subscribing.test(id, ifMatch);
        return accepted(tested, "/deliveries/" + tested.what().id());
    }

    @POST
    @Idempotent
    @Path("/{id}/replay")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replayWebhook",
            summary = "Send deliveries again",
            description =
                    "All that are parked and what waits behind them, or all since a time, delivered ones too: with the same webhook-id as"
                            + " before, in order for each record. Of records with something older parked, they wait behind it.")
    @WebhookAct
    @APIResponse(
            responseCode = "202",
            description = "They are sent as soon as the receiver takes them; Location lists those that wait",
            content = @Content(schema = @Schema(implementation = WebhookReplay.Replayed.class)))
    public Response replay(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull WebhookReplay which) {
        return accepted(subscribing.replay(id, ifMatch, which), "/deliveries?status=" + DeliveryStatus.PENDING);
    }

    private static Response accepted(Subscribing.Done<?> done, String follow) {
        return ETags.accepted(URI.create(PATH + done.webhook().id() + follow), done.webhook(), done.what());
    }

    private static Response ok(Webhook webhook) {
        return ETags.ok(webhook, WebhookView.of(webhook));
    }
}
