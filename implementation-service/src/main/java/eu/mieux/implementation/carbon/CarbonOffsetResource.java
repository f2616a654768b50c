package eu.mieux.implementation.carbon;

import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Carbon offsets over HTTP, for the facility's staff. */
@Path("/api/v1/carbon-offsets")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    "steering-member",
    "officer",
    "manager",
    "emm",
    "logistics",
    "monitoring",
    "knowledge",
    "communications",
    "auditor",
    "client"
})
@Tag(name = "Carbon offsets", description = "Certificates that make up for travel")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class CarbonOffsetResource {

    private final CarbonOffsets offsets;

    CarbonOffsetResource(CarbonOffsets offsets) {
        this.offsets = offsets;
    }

    @GET
    @Transactional
    @Operation(summary = "List carbon offsets", description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of carbon offsets")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<CarbonOffsetView> list(
            @QueryParam("year") @Nullable Integer year,
            @Parameter(schema = @Schema(implementation = CarbonOffsetSort.class))
                    @QueryParam("sort")
                    @DefaultValue("-id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<CarbonOffsetView> order = Order.of(CarbonOffsetSort.class, sort, cursor);
        List<CarbonOffset> found = offsets.page(year, order, bounded + 1);
        return Page.of(found.stream().map(CarbonOffsetView::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{idOrKey}")
    @Transactional
    @Operation(summary = "Read a carbon offset", description = "By id or by key.")
    @APIResponse(
            responseCode = "200",
            description = "The carbon offset",
            content = @Content(schema = @Schema(implementation = CarbonOffsetView.class)))
    @APIResponse(responseCode = "404", description = "There is no such offset")
    public Response get(@PathParam("idOrKey") String id) {
        CarbonOffset offset = offsets.get(id);
        return ETags.ok(offset, CarbonOffsetView.of(offset));
    }
}
