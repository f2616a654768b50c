package eu.mieux.chassis.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.chassis.problem.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the fields that were asked for, and no others: {@code ?fields=id,reference,status}. For a list they are the
 * fields of its items. A field that the caller may not see is absent, asked for or not.
 */
@ApplicationScoped
class SelectedFields {

    static final String PARAMETER = "fields";

    private final FieldNames names;
    private final ObjectMapper json;

    SelectedFields(FieldNames names, ObjectMapper json) {
        this.names = names;
        this.json = json;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        List<String> asked = asked(request);
        if (asked == null || resource.getResourceMethod() == null) {
            return;
        }
        List<String> known = names.of(resource.getResourceMethod());
        for (String field : asked) {
            if (!known.isEmpty() && !known.contains(field)) {
                throw new InvalidFields(
                        "/" + PARAMETER,
                        "There is no field \"%s\"; there are %s.".formatted(field, String.join(", ", known)));
            }
        }
    }

    /** After those that look at what is answered. */
    @ServerResponseFilter(priority = Priorities.USER - 1_000)
    public void select(ContainerRequestContext request, ContainerResponseContext response) {
        List<String> asked = asked(request);
        if (asked == null
                || response.getStatus() != Response.Status.OK.getStatusCode()
                || !(json.valueToTree(response.getEntity()) instanceof ObjectNode answer)) {
            return;
        }
        JsonNode items = answer.get(Page.ITEMS);
        if (items != null && items.isArray()) {
            items.forEach(item -> ((ObjectNode) item).retain(asked));
        } else {
            answer.retain(asked);
        }
        response.setEntity(answer);
    }

    private static @Nullable List<String> asked(ContainerRequestContext request) {
        String fields = request.getUriInfo().getQueryParameters().getFirst(PARAMETER);
        return fields == null || !request.getMethod().equals("GET") ? null : Arrays.asList(fields.split(",", -1));
    }
}
