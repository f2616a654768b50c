package eu.mieux.knowledge.channel;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Channel statistics over HTTP. Whoever is signed in may look them up; the reports publish them. */
@Path("/api/v1/channel-statistics")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Channel statistics", description = "How far the facility's channels reach")
public class ChannelStatisticResource {

    private final ChannelStatistics statistics;
    private final Measuring measuring;

    ChannelStatisticResource(ChannelStatistics statistics, Measuring measuring) {
        this.statistics = statistics;
        this.measuring = measuring;
    }

    @GET
    @Transactional
    @Operation(summary = "List channel statistics", description = "By year, channel and metric.")
    @APIResponse(responseCode = "200", description = "A page of channel statistics")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<ChannelStatisticView> list(
            @QueryParam("year") @Nullable Integer year,
            @Parameter(description = "Code of the list channels") @CodeOf("channels") @QueryParam("channel") @Nullable
                    String channel,
            @Parameter(description = "Code of the list channel-metrics")
                    @CodeOf("channel-metrics")
                    @QueryParam("metric")
                    @Nullable
                    String metric,
            @Parameter(schema = @Schema(implementation = ChannelStatisticSort.class))
                    @QueryParam("sort")
                    @DefaultValue("key")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<ChannelStatisticView> order = Order.of(ChannelStatisticSort.class, sort, cursor);
        List<ChannelStatistic> found = statistics.page(year, channel, metric, order, bounded + 1);
        return Page.of(found.stream().map(ChannelStatisticView::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{idOrKey}")
    @Transactional
    @Operation(summary = "Read a channel statistic", description = "By id or by key, year:channel:metric.")
    @APIResponse(
            responseCode = "200",
            description = "The channel statistic",
            content = @Content(schema = @Schema(implementation = ChannelStatisticView.class)))
    @APIResponse(responseCode = "404", description = "There is no such channel statistic")
    public Response get(@PathParam("idOrKey") String idOrKey) {
        return ok(statistics.get(idOrKey));
    }

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Operation(summary = "Record a channel statistic", description = "One per year, channel and metric.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location is the channel statistic",
            content = @Content(schema = @Schema(implementation = ChannelStatisticView.class)))
    @APIResponse(responseCode = "409", description = "There is one already")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response record(@Valid @NotNull ChannelStatisticCommands.Measurement command) {
        ChannelStatistic statistic = measuring.record(command);
        return ETags.created(
                URI.create("/api/v1/channel-statistics/" + statistic.id()),
                statistic,
                ChannelStatisticView.of(statistic));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{idOrKey}")
    @RolesAllowed({"knowledge", "communications", "manager"})
    @Operation(summary = "Correct a channel statistic", description = "Its value, and nothing else of it.")
    @APIResponse(
            responseCode = "200",
            description = "The channel statistic as corrected",
            content = @Content(schema = @Schema(implementation = ChannelStatisticView.class)))
    @APIResponse(responseCode = "404", description = "There is no such channel statistic")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response amend(
            @PathParam("idOrKey") String idOrKey,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChannelStatisticCommands.Amend command) {
        return ok(measuring.amend(idOrKey, ifMatch, command));
    }

    private static Response ok(ChannelStatistic statistic) {
        return ETags.ok(statistic, ChannelStatisticView.of(statistic));
    }
}
