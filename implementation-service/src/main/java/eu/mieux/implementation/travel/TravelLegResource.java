package eu.mieux.implementation.travel;

import eu.mieux.chassis.audit.AuditNotes;
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

/** Travel legs over HTTP, for the facility's staff; an expert sees her own ({@link TravelPolicy}). */
@Path("/api/v1/travel-legs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "manager", "emm", "logistics", "monitoring", "auditor", "client", "expert"})
@Tag(name = "Travel legs", description = "Who flew where for which Activity")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class TravelLegResource {

    private final TravelLegs legs;

    private final AuditNotes notes;

    TravelLegResource(TravelLegs legs, AuditNotes notes) {
        this.legs = legs;
        this.notes = notes;
    }

    @GET
    @Transactional
    @Operation(summary = "List travel legs", description = "Newest first: those in the caller's sight.")
    @APIResponse(responseCode = "200", description = "A page of travel legs")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<TravelLegView> list(
            @Parameter(description = "Code of an Action") @QueryParam("action") @Nullable String action,
            @Parameter(description = "Number of an Activity") @QueryParam("activity") @Nullable Integer activity,
            @Parameter(description = "Key of a traveller") @QueryParam("traveller") @Nullable String traveller,
            @Parameter(description = "Year of departure") @QueryParam("year") @Nullable Integer year,
            @Parameter(schema = @Schema(implementation = TravelLegSort.class)) @QueryParam("sort") @DefaultValue("-id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<TravelLegView> order = Order.of(TravelLegSort.class, sort, cursor);
        TravelLegs.Filter filter = new TravelLegs.Filter(action, activity, traveller, year);
        List<TravelLeg> found = legs.page(filter, order, bounded + 1);
        noteTravellers(found.stream().limit(bounded).toList());
        return Page.of(found.stream().map(TravelLegView::of).toList(), bounded, order::after);
    }

    private void noteTravellers(List<TravelLeg> shown) {
        notes.shown(
                "traveller",
                "travel legs",
                shown.stream().map(leg -> TravelLegView.of(leg).travellerKey()));
    }

    @GET
    @Path("/{idOrKey}")
    @Transactional
    @Operation(summary = "Read a travel leg", description = "By id or by key.")
    @APIResponse(
            responseCode = "200",
            description = "The travel leg",
            content = @Content(schema = @Schema(implementation = TravelLegView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response get(@PathParam("idOrKey") String id) {
        TravelLeg leg = legs.get(id);
        noteTravellers(List.of(leg));
        return ETags.ok(leg, TravelLegView.of(leg));
    }
}
