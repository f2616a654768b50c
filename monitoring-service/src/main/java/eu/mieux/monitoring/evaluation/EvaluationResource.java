package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
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

/** Feedback over HTTP: answer sheets in, counts out. What is out of a caller's sight ({@link EvaluationPolicy}) is absent: 404. */
@Path("/api/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"officer", "manager", "monitoring", "auditor", "client"})
@Tag(name = "Evaluations", description = "Feedback of authorities, participants and experts")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class EvaluationResource {

    private final Evaluations evaluations;
    private final CollectingFeedback collecting;

    EvaluationResource(Evaluations evaluations, CollectingFeedback collecting) {
        this.evaluations = evaluations;
        this.collecting = collecting;
    }

    /** The counts that an answer sheet has raised, as far as the caller reads evaluations. */
    record Collected(List<EvaluationView> items) {}

    @POST
    @Idempotent
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"partner", "expert", "officer", "manager", "monitoring"})
    @Operation(
            operationId = "giveFeedback",
            summary = "Give feedback",
            description =
                    "One answer sheet on an Activity, or on a whole Action. Each answer adds one to the count of its like; who gave it is not kept with it. Partners answer for their authority, once whichever of its focal points does, and experts for themselves, once; staff type in the sheets that were collected on the spot.")
    @APIResponse(
            responseCode = "201",
            description = "Counted; Location lists the counts of the Activity",
            content = @Content(schema = @Schema(implementation = Collected.class)))
    @APIResponse(responseCode = "404", description = "There is no such Action or Activity in your sight")
    @APIResponse(
            responseCode = "409",
            description = "It is not delivered yet, or you or your authority have answered already")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response collect(@Valid @NotNull FeedbackCommand sheet) throws InterruptedException {
        List<EvaluationView> counted =
                collecting.collect(sheet).stream().map(EvaluationView::of).toList();
        return Response.created(location(sheet)).entity(new Collected(counted)).build();
    }

    @GET
    @Transactional
    @Operation(
            summary = "List evaluations",
            description = "In the order in which they were opened: those in the caller's sight.")
    @APIResponse(responseCode = "200", description = "A page of evaluations")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<EvaluationView> list(
            @QueryParam("actionCode") @Nullable String actionCode,
            @QueryParam("activityNumber") @Nullable Integer activityNumber,
            @CodeOf("audiences") @QueryParam("audience") @Nullable String audience,
            @Parameter(schema = @Schema(implementation = EvaluationSort.class)) @QueryParam("sort") @DefaultValue("id")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<EvaluationView> order = Order.of(EvaluationSort.class, sort, cursor);
        Evaluations.Filter filter = new Evaluations.Filter(actionCode, activityNumber, audience);
        List<Evaluation> found = evaluations.page(filter, order, bounded + 1);
        return Page.of(found.stream().map(EvaluationView::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "Read an evaluation",
            description = "One question with its score and the number of its responses.")
    @APIResponse(
            responseCode = "200",
            description = "The evaluation",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response get(@PathParam("id") UUID id) {
        Evaluation evaluation = evaluations.get(id);
        return ETags.ok(evaluation, EvaluationView.of(evaluation));
    }

    private static URI location(FeedbackCommand sheet) {
        UriBuilder list = UriBuilder.fromPath("/api/v1/evaluations").queryParam("actionCode", sheet.actionCode());
        if (sheet.activityNumber() != null) {
            list.queryParam("activityNumber", sheet.activityNumber());
        }
        return list.build();
    }
}
