package eu.mieux.chassis.openapi;

import eu.mieux.chassis.problem.Problem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Every answer that is a refusal has the same body; it need not be said at every operation. */
final class ProblemAnswers {

    private static final String PROBLEM = "Problem";
    private static final String DEFAULT = "default";

    private ProblemAnswers() {}

    static void describe(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(ProblemAnswers::complete);
    }

    private static void complete(Operation operation) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        if (!answers.containsKey(DEFAULT)) {
            operation
                    .getResponses()
                    .addAPIResponse(DEFAULT, OASFactory.createAPIResponse().description("It was refused, or failed"));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            boolean refused = status.equals(DEFAULT) || status.startsWith("4") || status.startsWith("5");
            if (refused && (answer.getContent() == null || !hasMediaTypes(answer.getContent()))) {
                answer.setContent(body());
            }
        });
    }

    private static boolean hasMediaTypes(Content content) {
        return content.getMediaTypes() != null && !content.getMediaTypes().isEmpty();
    }

    private static Content body() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    /** As {@link Problem} is written. */
    private static Schema problem() {
        Schema error = object().addProperty("pointer", text("The field at fault (JSON pointer), or the parameter"))
                .addProperty("detail", text("What is wrong with it, and what would be right"))
                .required(List.of("pointer", "detail"));
        return object().description("An error (RFC 9457)")
                .addProperty("type", text("Stable identifier of the kind of problem: urn:mieux:problem:stale-version"))
                .addProperty("title", text("The kind in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.INTEGER))
                                .description("The HTTP status"))
                .addProperty("detail", text("A sentence that a person can act on"))
                .addProperty("instance", text("The path that was asked"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(List.of(Schema.SchemaType.ARRAY))
                                .items(error))
                .required(List.of("type", "title", "status", "detail", "instance"));
    }

    private static Schema object() {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)).description(description);
    }
}
