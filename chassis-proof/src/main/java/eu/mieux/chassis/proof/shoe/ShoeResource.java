package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shop over HTTP. */
@Path("/api/v1/shoes")
@RolesAllowed({"manager", "officer"})
public class ShoeResource {

    private final Shoes shoes;
    private final Keeping keeping;

    ShoeResource(Shoes shoes, Keeping keeping) {
        this.shoes = shoes;
        this.keeping = keeping;
    }

    @GET
    @Transactional
    public Page<Shoe.ShoeState> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Cursor from = Cursor.of(cursor);
        List<Shoe> found = shoes.page(from.isStart() ? null : from.uuid(0), bounded + 1);
        return Page.of(found, bounded, s -> Cursor.at(s.id())).map(Shoe::publicState);
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Response get(@PathParam("id") UUID id) {
        Shoe shoe = shoes.get(id);
        return ETags.ok(shoe, shoe.publicState());
    }

    @POST
    @RolesAllowed("manager")
    public Response add(@Valid @NotNull ShoeCommand command) {
        Shoe shoe = keeping.list(command);
        return ETags.created(URI.create("/api/v1/shoes/" + shoe.id()), shoe, shoe.publicState());
    }

    @PUT
    @Path("/{id}")
    public Response restock(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ShoeCommand command) {
        Shoe shoe = keeping.restock(id, ifMatch, command);
        return ETags.ok(shoe, shoe.publicState());
    }

    @POST
    @Path("/{id}/sale")
    public Response sell(@PathParam("id") UUID id) {
        Shoe shoe = keeping.sell(id);
        return ETags.ok(shoe, shoe.publicState());
    }
}
