package eu.mieux.chassis.openapi;

import eu.mieux.chassis.idempotency.Idempotent;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The headers that the chassis gives answers, and the minimal answers that it gives to those who prefer them. */
final class AnswerHeaders {

    private static final String PREFERENCE = "Preference-Applied";

    private final Map<String, Schema> schemas;

    private AnswerHeaders(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void describe(OpenAPI document) {
        AnswerHeaders headers = new AnswerHeaders(document.getComponents().getSchemas());
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().forEach(headers::describe));
    }

    private void describe(HttpMethod method, Operation operation) {
        APIResponse read = operation.getResponses().getAPIResponse("200");
        APIResponse created = operation.getResponses().getAPIResponse("201");
        boolean changes = method != HttpMethod.GET;
        for (APIResponse answer : List.of("200", "201", "202").stream()
                .map(operation.getResponses()::getAPIResponse)
                .filter(Objects::nonNull)
                .toList()) {
            if (isVersioned(operation, answer)) {
                answer.addHeader("ETag", required("The record's version, for If-Match: `\"3\"`"));
            }
            if (isPage(answer)) {
                answer.addHeader("Link", optional("Of the next page, where there is one: `<…>; rel=\"next\"`"));
            }
            if (changes && takes(operation, Idempotent.HEADER)) {
                answer.addHeader(
                        "Idempotency-Replayed", optional("`true` when this is the answer to the first call, again"));
            }
        }
        if (created != null) {
            created.addHeader("Location", required("The path of the new record"));
        }
        APIResponse accepted = operation.getResponses().getAPIResponse("202");
        if (accepted != null) {
            accepted.addHeader("Location", required("The path of the operation to follow"));
        }
        if (changes && (isVersioned(operation, read) || isVersioned(operation, created))) {
            preferMinimal(operation, read, created);
        }
    }

    private void preferMinimal(Operation operation, @Nullable APIResponse read, @Nullable APIResponse created) {
        operation.addParameter(OASFactory.createParameter()
                .in(Parameter.In.HEADER)
                .name("Prefer")
                .description(
                        "`return=minimal` for an answer without a body (RFC 7240); other preferences are passed over")
                .schema(text()));
        if (created != null) {
            created.addHeader(PREFERENCE, optional("`return=minimal` when there is no body because of it"));
        }
        if (read != null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "204",
                            OASFactory.createAPIResponse()
                                    .description("Done; without a body, as `Prefer: return=minimal` asks")
                                    .addHeader("ETag", required("The record's new version"))
                                    .addHeader(PREFERENCE, required("`return=minimal`")));
        }
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(parameter::equals);
    }

    /** What tells its version, or can be asked for with it. */
    private boolean isVersioned(Operation operation, @Nullable APIResponse answer) {
        return answer != null && (has(answer, "version") || takes(operation, HttpHeaders.IF_MATCH));
    }

    private boolean isPage(APIResponse answer) {
        return has(answer, "items") && has(answer, "next");
    }

    private boolean has(@Nullable APIResponse answer, String property) {
        MediaType json = answer == null || answer.getContent() == null
                ? null
                : answer.getContent().getMediaType("application/json");
        String reference = json == null || json.getSchema() == null
                ? null
                : json.getSchema().getRef();
        Schema schema = reference == null ? null : schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
        return schema != null
                && schema.getProperties() != null
                && schema.getProperties().containsKey(property);
    }

    private static Header required(String description) {
        return optional(description).required(true);
    }

    private static Header optional(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
    }
}
