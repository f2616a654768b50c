package eu.mieux.implementation.activity;

import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.implementation.action.Actions;
import eu.mieux.implementation.step.StepCommands;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Activities over HTTP, within their Action: who sees the Action sees them. */
@Path("/api/v1/actions/{idOrCode}/activities")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    "partner",
    "steering-member",
    "eu-delegation",
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
@Tag(name = "Activities", description = "Numbered within their Action, from the plan to the delivery")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this, or not in this region")
public class ActivityResource {

    private final Activities activities;
    private final Actions actions;
    private final Planning planning;
    private final Delivering delivering;

    ActivityResource(Activities activities, Actions actions, Planning planning, Delivering delivering) {
        this.activities = activities;
        this.actions = actions;
        this.planning = planning;
        this.delivering = delivering;
    }

    @GET
    @Transactional
    @Operation(summary = "List the Activities of an Action", description = "By number.")
    @APIResponse(responseCode = "200", description = "A page of Activities")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "404", description = "The Action is absent, or out of your sight")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<ActivityListed> list(
            @PathParam("idOrCode") String action,
            @CodeOf("activity-statuses") @QueryParam("status") @Nullable ActivityStatus status,
            @Parameter(schema = @Schema(implementation = ActivitySort.class))
                    @QueryParam("sort")
                    @DefaultValue("number")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<ActivityListed> order = Order.of(ActivitySort.class, sort, cursor);
        List<Activity> found = activities.page(actions.code(action), status, order, bounded + 1);
        return Page.of(found.stream().map(ActivityListed::of).toList(), bounded, order::after);
    }

    @GET
    @Path("/{number}")
    @Transactional
    @Operation(
            summary = "Read an Activity",
            description = "By its Action and its number within it, with its steps so far.")
    @APIResponse(
            responseCode = "200",
            description = "The Activity",
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or its Action is out of your sight")
    public Response get(@PathParam("idOrCode") String action, @PathParam("number") int number) {
        return ok(activities.get(new ActivityKey(actions.code(action), number)));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Plan an Activity", description = "It gets the next number of its Action.")
    @APIResponse(
            responseCode = "201",
            description = "Planned; Location is the Activity",
            content = @Content(schema = @Schema(implementation = ActivityView.class)))
    @APIResponse(responseCode = "404", description = "The Action is absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "The Action is cancelled")
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response plan(@PathParam("idOrCode") String action, @Valid @NotNull ActivityPlan plan) {
        Activity activity = planning.plan(action, plan);
        ActivityKey key = activity.key();
        return ETags.created(
                URI.create("/api/v1/actions/%s/activities/%d".formatted(key.actionCode(), key.number())),
                activity,
                ActivityView.of(activity));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{number}")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(
            summary = "Revise the plan of an Activity",
            description = "As long as it is neither delivered nor cancelled.")
    @ActivityAct
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response revise(
            @PathParam("idOrCode") String action,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ActivityPlan plan) {
        return ok(planning.revise(action, number, ifMatch, plan));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{number}/confirmation")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Confirm an Activity", description = "It needs a first and a last day.")
    @ActivityAct
    public Response confirm(
            @PathParam("idOrCode") String action,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid StepCommands.@Nullable Take step) {
        return ok(delivering.confirm(action, number, ifMatch, step == null ? StepCommands.Take.TODAY : step));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{number}/postponement")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Postpone an Activity", description = "It gets new dates, and is confirmed again for them.")
    @ActivityAct
    public Response postpone(
            @PathParam("idOrCode") String action,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ActivityCommands.Postpone command) {
        return ok(delivering.postpone(action, number, ifMatch, command));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{number}/cancellation")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(summary = "Cancel an Activity", description = "It will not take place; this is final.")
    @ActivityAct
    public Response cancel(
            @PathParam("idOrCode") String action,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull StepCommands.Explain step) {
        return ok(delivering.cancel(action, number, ifMatch, step));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{number}/attendance")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(
            operationId = "recordAttendance",
            summary = "Record who attended",
            description = "Head counts by gender, all three: zero is a number. A later count replaces the earlier one.")
    @ActivityAct
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response attend(
            @PathParam("idOrCode") String action,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ActivityCommands.Attendance heads) {
        return ok(delivering.attend(action, number, ifMatch, heads));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{number}/delivery")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(
            summary = "Deliver an Activity",
            description = "It needs dates in the past, an attendance record and a deployed expert or an explanation.")
    @ActivityAct
    public Response deliver(
            @PathParam("idOrCode") String action,
            @PathParam("number") int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(required = false) @Valid ActivityCommands.@Nullable Deliver command) {
        return ok(delivering.deliver(action, number, ifMatch, command == null ? null : command.explanation()));
    }

    private static Response ok(Activity activity) {
        return ETags.ok(activity, ActivityView.of(activity));
    }
}
