package eu.mieux.chassis.openapi;

import eu.mieux.chassis.idempotency.Idempotent;
import eu.mieux.chassis.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * How every operation can refuse or fail, as far as the chassis refuses and fails for all of them: an operation says only what
 * it refuses itself. Each such answer is a {@link Problem}, with an example.
 */
final class ProblemAnswers {

    private static final String PROBLEM = "Problem";
    private static final String FIELD = "FieldError";
    private static final String DEFAULT = "default";

    private ProblemAnswers() {}

    static void describe(OpenAPI document) {
        document.getComponents().addSchema(FIELD, field());
        document.getComponents().addSchema(PROBLEM, problem());
        ProblemExamples.addTo(document.getComponents());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
                    complete(path, method, operation);
                    explain(operation);
                }));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        add(operation, "400", "The address, a header or the body cannot be read; the detail says what and where");
        add(operation, "401", "The bearer token is missing where one is needed, or is not valid");
        if (path.contains("{")) {
            add(operation, "404", "There is nothing here, or it is out of your sight");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "413", "The body is larger than is accepted");
            add(operation, "415", "The body is of another media type than is accepted");
        }
        if (has(operation, Idempotent.HEADER)) {
            add(operation, "409", "The first call under this Idempotency-Key is still under way");
            add(operation, "422", "This Idempotency-Key was used for another call");
        }
        if (method == PathItem.HttpMethod.GET && (has(operation, "limit") || has(operation, "fields"))) {
            add(operation, "422", "A parameter has a value that it cannot have; errors name it");
        }
        add(operation, "500", "Something went wrong here; it has been logged");
        add(operation, "503", "What this needs is away or busy; try again after Retry-After");
        add(operation, DEFAULT, "It was refused, or failed");
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(parameter::equals);
    }

    private static void add(Operation operation, String status, String description) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    /** In the order of the statuses. */
    private static void explain(Operation operation) {
        Map<String, APIResponse> answers =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        answers.forEach((status, answer) -> {
            boolean refused = status.equals(DEFAULT) || status.startsWith("4") || status.startsWith("5");
            if (refused && (answer.getContent() == null || !hasMediaTypes(answer.getContent()))) {
                answer.setContent(body(status));
            }
        });
        operation.getResponses().setAPIResponses(answers);
    }

    private static boolean hasMediaTypes(Content content) {
        return content.getMediaTypes() != null && !content.getMediaTypes().isEmpty();
    }

    private static Content body(String status) {
        MediaType problem =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM));
        ProblemExamples.name(status.equals(DEFAULT) ? "500" : status)
                .ifPresent(name ->
                        problem.addExample(name, OASFactory.createExample().ref(name)));
        return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem);
    }

    /** As {@link Problem} is written. */
    private static Schema problem() {
        return object().description("An error (RFC 9457)")
                .addProperty(
                        "type",
                        text("Stable identifier of the kind of problem: urn:mieux:problem:stale-version")
                                .format("uri"))
                .addProperty("title", text("The kind in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.INTEGER))
                                .format("int32")
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599))
                                .description("The HTTP status"))
                .addProperty("detail", text("A sentence that a person can act on"))
                .addProperty("instance", text("The path that was asked"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .items(OASFactory.createSchema().ref(FIELD)))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema field() {
        return object().description("One thing that is wrong with one field or parameter")
                .addProperty("pointer", text("The field at fault (JSON pointer), or the parameter"))
                .addProperty("detail", text("What is wrong with it, and what would be right"))
                .required(List.of("pointer", "detail"));
    }

    private static Schema object() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).description(description);
    }
}
