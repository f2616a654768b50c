package eu.mieux.preimplementation.request;

import eu.mieux.chassis.history.HistoryEntry;
import eu.mieux.chassis.history.RecordHistory;
import eu.mieux.chassis.history.Told;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who changed what of a request, for whoever sees the request. What institutions think is told by the request itself, to those who may know. */
@Path("/api/v1/requests/{idOrReference}/history")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor"})
@Tag(name = "Requests")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class RequestHistoryResource {

    private static final Told TOLD = Told.of(
                    "request",
                    "reference",
                    "title",
                    "problem",
                    "support",
                    "authority_keys",
                    "countries",
                    "themes",
                    "languages",
                    "wished_start",
                    "status",
                    "submitted_on",
                    "decided_on",
                    "decision_note",
                    "action_name")
            .and("request_hold", "number", "held_on", "resumed_on", "waiting_for", "reason")
            .and("request_condition", "number", "text", "due_on", "status", "settled_on", "evidence")
            .and("attachment", "name", "media_type", "size", "sha256");

    private final Requests requests;
    private final RecordHistory history;

    RequestHistoryResource(Requests requests, RecordHistory history) {
        this.requests = requests;
        this.history = history;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRequestHistory",
            summary = "Read the history of a request",
            description = "What happened to it, newest first: who, when, and what the fields said before and after.")
    @APIResponse(responseCode = "200", description = "A page of what happened")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<HistoryEntry> history(
            @PathParam("idOrReference") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return history.page(requests.get(id), TOLD, cursor, limit);
    }
}
