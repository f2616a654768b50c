package eu.mieux.gateway.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One thing that the API does, as its document describes it. Descriptions and examples are HTML. */
record Operation(
        String id,
        String method,
        String path,
        String summary,
        String description,
        List<Parameter> parameters,
        List<Fields.Field> body,
        String bodyExample,
        List<Answer> answers) {

    /** Every operation may be answered so; the guide to errors tells of them once. */
    private static final Set<String> EVERYWHERE = Set.of("401", "413", "415", "429", "500", "503", "504", "default");

    /** The statuses of the answers, as a heading. */
    public String statuses() {
        return answers.stream().map(Answer::status).collect(Collectors.joining(", "));
    }

    /** What can be said in the address or a header. */
    record Parameter(
            String name,
            String place,
            String type,
            String bounds,
            List<String> values,
            boolean required,
            String example,
            String description) {}

    /** What may come back. */
    record Answer(String status, String description, List<Fields.Field> fields, String example) {

        public boolean good() {
            return status.startsWith("2");
        }
    }

    static Operation of(String method, String path, JsonNode operation, JsonNode document)
            throws JsonProcessingException {
        JsonNode content = content(operation.path("requestBody"));
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(),
                Markdown.fragment(operation.path("description").asText()),
                parameters(operation, document),
                Fields.ofBody(content.path("schema"), document),
                example(content, document),
                answers(operation.path("responses"), document));
    }

    private static List<Parameter> parameters(JsonNode operation, JsonNode document) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode reference : operation.path("parameters")) {
            JsonNode parameter = Fields.resolved(reference, document);
            JsonNode schema = parameter.path("schema");
            parameters.add(new Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText(),
                    Fields.type(schema, document),
                    Bounds.of(schema, document),
                    Fields.values(schema, document),
                    parameter.path("required").asBoolean(),
                    parameter.path("example").asText(),
                    Markdown.line(parameter.path("description").asText())));
        }
        return parameters;
    }

    private static List<Answer> answers(JsonNode responses, JsonNode document) throws JsonProcessingException {
        List<Answer> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            if (!EVERYWHERE.contains(response.getKey())) {
                JsonNode answer = Fields.resolved(response.getValue(), document);
                boolean good = response.getKey().startsWith("2");
                answers.add(new Answer(
                        response.getKey(),
                        Markdown.line(answer.path("description").asText()),
                        good ? Fields.ofAnswer(content(answer).path("schema"), document) : List.of(),
                        good ? example(content(answer), document) : ""));
            }
        }
        return answers;
    }

    /** JSON, or whatever else it is. */
    private static JsonNode content(JsonNode described) {
        JsonNode content = described.path("content");
        return content.has("application/json")
                ? content.get("application/json")
                : content.path(content.isEmpty() ? "" : content.fieldNames().next());
    }

    private static String example(JsonNode content, JsonNode document) throws JsonProcessingException {
        JsonNode several = content.path("examples");
        JsonNode example = several.isEmpty()
                ? content.path("example")
                : Fields.resolved(several.iterator().next(), document).path("value");
        if (example.isMissingNode()) {
            return "";
        }
        return example.isTextual() ? CodeBlocks.html(Language.CSV, example.textValue()) : CodeBlocks.html(example);
    }
}
