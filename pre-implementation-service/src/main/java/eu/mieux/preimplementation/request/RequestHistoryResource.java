package eu.mieux.preimplementation.request;

import eu.mieux.chassis.history.HistoryEntry;
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

/** Who changed what of a request, for whoever sees the request. */
@Path("/api/v1/requests/{idOrReference}/history")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor"})
@Tag(name = "Requests")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class RequestHistoryResource {

    private final Requests requests;
    private final TellingHistory telling;

    RequestHistoryResource(Requests requests, TellingHistory telling) {
        this.requests = requests;
        this.telling = telling;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRequestHistory",
            summary = "Read the history of a request",
            description =
                    "What happened to it, newest first: who, when, and what the fields said before and after. For whom it was absent as a draft, it begins with what was handed in; who hears opinions after the decision only, hears of them then.")
    @APIResponse(responseCode = "200", description = "A page of what happened")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<HistoryEntry> history(
            @PathParam("idOrReference") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        return telling.page(requests.get(id), cursor, limit);
    }
}
