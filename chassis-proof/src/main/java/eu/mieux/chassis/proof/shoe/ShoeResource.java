package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.history.HistoryEntry;
import eu.mieux.chassis.history.RecordHistory;
import eu.mieux.chassis.history.Told;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.http.Sunset;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The shop over HTTP. */
@Path("/api/v1/shoes")
@RolesAllowed({"manager", "officer", "logistics", "auditor", "client"})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shoes", description = "What is on the shelf")
public class ShoeResource {

    private static final Told TOLD = Told.of("shoe", "name", "pairs");

    private final Shoes shoes;
    private final Keeping keeping;
    private final RecordHistory history;

    ShoeResource(Shoes shoes, Keeping keeping, RecordHistory history) {
        this.shoes = shoes;
        this.keeping = keeping;
        this.history = history;
    }

    @GET
    @Transactional
    @Operation(summary = "List the shoes", description = "Oldest first.")
    public Page<Shoe.ShoeState> list(
            @Parameter(description = "Only the shoe with this article number") @QueryParam("article") @Nullable
                    String article,
            @Parameter(schema = @Schema(implementation = ShoeSort.class)) @QueryParam("sort") @DefaultValue("id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<Shoe> order = Order.of(ShoeSort.class, sort, cursor);
        return Page.of(shoes.page(article, order, bounded + 1), bounded, order::after)
                .map(Shoe::publicState);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Look at a shoe", description = "As it is on the shelf.")
    @APIResponse(
            responseCode = "200",
            description = "The shoe",
            content = @Content(schema = @Schema(implementation = Shoe.ShoeState.class)))
    public Response get(@PathParam("id") UUID id) {
        Shoe shoe = shoes.get(id);
        return ETags.ok(shoe, shoe.publicState());
    }

    @GET
    @Path("/{id}/history")
    @Transactional
    @RolesAllowed({"manager", "officer"})
    @Operation(
            operationId = "listShoeHistory",
            summary = "Read what happened to a shoe",
            description = "Newest first: who did what, before and after.")
    @APIResponse(responseCode = "200", description = "A page of its history")
    public Page<HistoryEntry> history(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return history.page(shoes.get(id), TOLD, cursor, limit);
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("manager")
    @Operation(summary = "Put a shoe on the shelf", description = "One for each article number.")
    @APIResponse(
            responseCode = "201",
            description = "The shoe",
            content = @Content(schema = @Schema(implementation = Shoe.ShoeState.class)))
    public Response add(@Valid @NotNull ShoeCommand command) {
        Shoe shoe = keeping.list(command);
        return ETags.created(URI.create("/api/v1/shoes/" + shoe.id()), shoe, shoe.publicState());
    }

    /** What is on a shoe's label. */
    record Label(String text) {}

    @GET
    @Path("/{id}/label")
    @Transactional
    @Deprecated
    @Sunset(since = "2026-01-31", on = "2027-06-30", see = "/docs")
    @Operation(summary = "Read a shoe's label", description = "Its name, and no more.")
    @APIResponse(
            responseCode = "200",
            description = "The label",
            content = @Content(schema = @Schema(implementation = Label.class)))
    public Label label(@PathParam("id") UUID id) {
        return new Label(shoes.get(id).publicState().name());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}")
    @RolesAllowed({"manager", "officer", "client"})
    @Operation(
            summary = "Correct a shoe's name and count",
            description = "The whole of it, in place of what was there.")
    @APIResponse(
            responseCode = "200",
            description = "The shoe as it is now",
            content = @Content(schema = @Schema(implementation = Shoe.ShoeState.class)))
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    public Response restock(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ShoeCommand command) {
        Shoe shoe = keeping.restock(id, ifMatch, command);
        return ETags.ok(shoe, shoe.publicState());
    }

    @POST
    @Idempotent
    @Transactional
    @Path("/{id}/sale")
    @RolesAllowed({"manager", "officer", "logistics"})
    @Operation(summary = "Sell a pair", description = "There is one pair less, if there was one.")
    @APIResponse(
            responseCode = "200",
            description = "The shoe as it is now",
            content = @Content(schema = @Schema(implementation = Shoe.ShoeState.class)))
    @APIResponse(responseCode = "409", description = "It is sold out")
    public Response sell(@PathParam("id") UUID id) {
        Shoe shoe = keeping.sell(id);
        return ETags.ok(shoe, shoe.publicState());
    }
}
