package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.preimplementation.request.AgendaRequests;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Meetings of the steering group over HTTP; {@link MeetingPolicy} says who sees which. */
@Path("/api/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Meetings", description = "The steering group's meetings about requests under review")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class MeetingResource {

    private final Meetings meetings;
    private final Convening convening;
    private final Minuting minuting;
    private final ShowingMeetings showing;

    private final AgendaRequests requests;

    MeetingResource(
            Meetings meetings,
            Convening convening,
            Minuting minuting,
            ShowingMeetings showing,
            AgendaRequests requests) {
        this.meetings = meetings;
        this.convening = convening;
        this.minuting = minuting;
        this.showing = showing;
        this.requests = requests;
    }

    @GET
    @Operation(summary = "List meetings", description = "The latest day first, unless you sort them otherwise.")
    @APIResponse(responseCode = "200", description = "A page of meetings")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list, or a day is none")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<MeetingListed> list(
            @Parameter(description = "On this day or later") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "On this day or before") @QueryParam("until") @Nullable LocalDate until,
            @Parameter(description = "Id or reference of a request on the agenda") @QueryParam("request") @Nullable
                    String request,
            @QueryParam("status") @Nullable MeetingStatus status,
            @Parameter(schema = @Schema(implementation = MeetingSort.class)) @QueryParam("sort") @DefaultValue("-day")
                    String sort,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        Order<MeetingListed> order = Order.of(MeetingSort.class, sort, cursor);
        if (request != null && requests.find(request).isEmpty()) {
            // Which meetings are about it would tell that it is there.
            return new Page<>(List.of(), null);
        }
        return Page.of(
                meetings.page(new Meetings.Filter(from, until, request, status), order, bounded + 1),
                bounded,
                order::after);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "Read a meeting",
            description =
                    "With its agenda, who is invited, and its minutes. Of a request that is not yours to see you are told its reference alone.")
    @APIResponse(
            responseCode = "200",
            description = "The meeting",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response get(@PathParam("id") String id) {
        return ok(meetings.get(id));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(
            operationId = "planMeeting",
            summary = "Plan a meeting",
            description =
                    "Of the steering group, about requests under review and other topics, in their order. Invited are the institutions that are asked about these requests.")
    @APIResponse(
            responseCode = "201",
            description = "Planned; Location is the meeting",
            content = @Content(schema = @Schema(implementation = MeetingView.class)))
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    public Response plan(@Valid @NotNull MeetingCommands.PlanMeeting command) {
        Meeting meeting = convening.plan(command);
        return ETags.created(URI.create("/api/v1/meetings/" + meeting.id()), meeting, showing.view(meeting));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(
            operationId = "changeMeeting",
            summary = "Change a planned meeting",
            description = "The whole of it, in place of what was planned before.")
    @MeetingAct
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MeetingCommands.PlanMeeting command) {
        return ok(convening.change(id, ifMatch, command));
    }

    @POST
    @Idempotent
    @Path("/{id}/end")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(
            operationId = "endMeeting",
            summary = "Say that a meeting was held",
            description =
                    "Its minutes can be written from now on. Opinions given in it are recorded with each request.")
    @MeetingAct
    public Response end(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(convening.end(id, ifMatch));
    }

    @POST
    @Idempotent
    @Path("/{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(operationId = "cancelMeeting", summary = "Cancel a meeting", description = "With a reason, for good.")
    @MeetingAct
    @APIResponse(responseCode = "422", description = "The reason is missing")
    public Response cancel(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MeetingCommands.Cancel command) {
        return ok(convening.cancel(id, ifMatch, command.reason()));
    }

    @PUT
    @Path("/{id}/minutes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(
            operationId = "writeMinutes",
            summary = "Write the minutes of a meeting",
            description =
                    "As a whole, as often as needed until they are adopted: of each point what was said and concluded, and who attended, by institution and function and not by name.")
    @MeetingAct
    @APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response write(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull MeetingCommands.WriteMinutes command) {
        return ok(minuting.write(id, ifMatch, command));
    }

    @POST
    @Idempotent
    @Path("/{id}/minutes/adoption")
    @RolesAllowed({"officer", "manager"})
    @Transactional
    @Operation(
            operationId = "adoptMinutes",
            summary = "Adopt the minutes of a meeting",
            description = "When the steering group has agreed to them. They never change again.")
    @MeetingAct
    public Response adopt(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return ok(minuting.adopt(id, ifMatch));
    }

    private Response ok(Meeting meeting) {
        return ETags.ok(meeting, showing.view(meeting));
    }
}
