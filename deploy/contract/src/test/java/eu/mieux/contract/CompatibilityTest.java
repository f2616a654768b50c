package eu.mieux.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whoever was a client of the last release is one of this: {@code released/openapi.yaml} against what is served now. */
class CompatibilityTest {

    private static final Path RELEASED = Path.of("released/openapi.yaml");

    @Test
    void nothing_that_the_last_release_promised_is_broken() throws IOException {
        JsonNode released = new YAMLMapper().readTree(Files.readString(RELEASED));
        ChangedOpenApi changes = compare(released, Documents.openApi());
        assertThat(changes.isCompatible()).as(words(changes)).isTrue();
        assertThat(lostFields(released, Documents.openApi())).isEmpty();
    }

    /** What breaks a client. */
    static Stream<Named<Consumer<ObjectNode>>> breaches() {
        return Stream.of(
                change(
                        "an operation is gone",
                        api -> path(api, "/api/v1/requests").remove("get")),
                change("a request needs a new field", api -> {
                    ObjectNode draft = schema(api, "RequestDraft");
                    ((ObjectNode) draft.get("properties")).putObject("budget").put("type", "string");
                    draft.withArray("/required").add("budget");
                }),
                change(
                        "a request may not have a field any more",
                        api -> properties(api, "RequestDraft").remove("problem")),
                change(
                        "an answer has lost a field",
                        api -> properties(api, "Request").remove("reference")),
                change(
                        "a field is of another type",
                        api -> properties(api, "Request").putObject("title").put("type", "integer")),
                change(
                        "a field that may be null is of another type",
                        api -> ((ObjectNode) properties(api, "Request").get("reference"))
                                .putArray("type")
                                .add("integer")
                                .add("null")),
                change(
                        "fewer values may be sent",
                        api -> ((ArrayNode) schema(api, "AuthorityType").get("enum")).remove(0)),
                change(
                        "a parameter is gone",
                        api -> ((ArrayNode) path(api, "/api/v1/requests").at("/get/parameters")).removeAll()),
                change(
                        "a success is answered otherwise",
                        api -> ((ObjectNode) path(api, "/api/v1/requests").at("/post/responses")).remove("201")));
    }

    /** What does not. */
    static Stream<Named<Consumer<ObjectNode>>> additions() {
        return Stream.of(
                change(
                        "an operation",
                        api -> path(api, "/api/v1/requests")
                                .set(
                                        "patch",
                                        path(api, "/api/v1/requests").get("get").deepCopy())),
                change(
                        "a field in an answer",
                        api -> properties(api, "Request").putObject("budget").put("type", "string")),
                change(
                        "a field that may be sent",
                        api -> properties(api, "RequestDraft")
                                .putObject("budget")
                                .put("type", "string")),
                change(
                        "a parameter that may be given",
                        api -> ((ArrayNode) path(api, "/api/v1/requests").at("/get/parameters"))
                                .addObject()
                                .put("name", "budget")
                                .put("in", "query")
                                .putObject("schema")
                                .put("type", "string")));
    }

    private static Named<Consumer<ObjectNode>> change(String words, Consumer<ObjectNode> plant) {
        return Named.of(words, plant);
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void a_breach_is_found(Consumer<ObjectNode> breach) {
        ObjectNode now = Documents.openApi();
        breach.accept(now);
        boolean lost = !lostFields(Documents.openApi(), now).isEmpty();
        assertThat(lost || compare(Documents.openApi(), now).isIncompatible()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("additions")
    void an_addition_is_none(Consumer<ObjectNode> addition) throws IOException {
        ObjectNode now = Documents.openApi();
        addition.accept(now);
        ChangedOpenApi changes = compare(Documents.openApi(), now);
        assertThat(changes.isDifferent()).isTrue();
        assertThat(changes.isCompatible()).as(words(changes)).isTrue();
        assertThat(lostFields(Documents.openApi(), now)).isEmpty();
    }

    /** A field that could be sent and is unknown now is refused; openapi-diff takes it for harmless. */
    private static List<String> lostFields(JsonNode before, JsonNode after) {
        List<String> lost = new ArrayList<>();
        before.at("/components/schemas").properties().forEach(schema -> {
            JsonNode now = after.at("/components/schemas").path(schema.getKey());
            if (schema.getValue().has("additionalProperties") && !now.isMissingNode()) {
                schema.getValue().path("properties").propertyNames().stream()
                        .filter(field -> !now.path("properties").has(field))
                        .forEach(field -> lost.add(schema.getKey() + "." + field));
            }
        });
        return lost;
    }

    private static ChangedOpenApi compare(JsonNode before, JsonNode after) {
        return OpenApiCompare.fromContents(ComparableForm.of(before), ComparableForm.of(after));
    }

    private static String words(ChangedOpenApi changes) throws IOException {
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        try (OutputStreamWriter writer = new OutputStreamWriter(words, StandardCharsets.UTF_8)) {
            new ConsoleRender().render(changes, writer);
        }
        return words.toString(StandardCharsets.UTF_8);
    }

    private static ObjectNode path(ObjectNode api, String path) {
        return (ObjectNode) api.path("paths").path(path);
    }

    private static ObjectNode schema(ObjectNode api, String name) {
        return (ObjectNode) api.path("components").path("schemas").path(name);
    }

    private static ObjectNode properties(ObjectNode api, String name) {
        return (ObjectNode) schema(api, name).get("properties");
    }
}
