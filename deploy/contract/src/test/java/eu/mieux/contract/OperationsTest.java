package eu.mieux.contract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.ApiDocument;
import eu.mieux.chassis.testing.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every operation says what a front-end team needs to know of it, with examples that are true. */
class OperationsTest {

    private static final List<String> ALWAYS = List.of("400", "401", "429", "500", "503", "504", "default");

    @Test
    void every_operation_has_a_name_words_a_chapter_and_says_who_may() {
        assertThat(incomplete(Documents.api())).isEmpty();
    }

    @Test
    void every_operation_says_how_it_can_fail() {
        assertThat(unexplained(Documents.api())).isEmpty();
    }

    @Test
    void every_request_and_every_answer_has_an_example_that_keeps_its_schema() {
        assertThat(faults(Documents.api())).isEmpty();
    }

    @Test
    void an_operation_that_lacks_any_of_this_is_found() {
        assertThat(incomplete(spoilt(operation -> operation.remove("summary")))).hasSize(1);
        assertThat(incomplete(spoilt(operation -> operation.put("operationId", "get_request"))))
                .hasSize(1);
        assertThat(incomplete(spoilt(operation -> operation.remove("security"))))
                .hasSize(1);
        assertThat(unexplained(spoilt(operation -> ((ObjectNode) operation.get("responses")).remove("401"))))
                .hasSize(1);
    }

    @Test
    void an_example_that_is_missing_or_wrong_is_found() {
        for (Consumer<ObjectNode> spoil : List.<Consumer<ObjectNode>>of(
                operation -> answer(operation).remove("example"),
                operation -> ((ObjectNode) answer(operation).get("example")).put("version", "one"),
                operation -> ((ObjectNode) answer(operation).get("example")).remove("status"))) {
            assertThat(faults(spoilt(spoil))).singleElement().asString().startsWith("getRequest 200");
        }
    }

    private static ApiDocument spoilt(Consumer<ObjectNode> spoil) {
        ObjectNode document = Documents.openApi();
        spoil.accept((ObjectNode) document.at("/paths/~1api~1v1~1requests~1{idOrReference}/get"));
        return new ApiDocument(document);
    }

    private static ObjectNode answer(ObjectNode operation) {
        return (ObjectNode) operation.at("/responses/200/content/application~1json");
    }

    private static List<String> incomplete(ApiDocument api) {
        List<String> faults = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Operation operation : api.operations()) {
            JsonNode described = operation.description();
            if (!operation.id().matches("[a-z]+([A-Z][a-z0-9]+)*") || !names.add(operation.id())) {
                faults.add("%s %s has no name of its own: %s"
                        .formatted(operation.method(), operation.path(), operation.id()));
            }
            for (String word : List.of("summary", "description")) {
                if (described.path(word).asString("").isBlank()) {
                    faults.add("%s has no %s".formatted(operation.id(), word));
                }
            }
            if (described.path("tags").isEmpty() || described.path("security").isEmpty()) {
                faults.add("%s has no chapter, or does not say who may".formatted(operation.id()));
            }
        }
        return faults;
    }

    private static List<String> unexplained(ApiDocument api) {
        List<String> faults = new ArrayList<>();
        for (Operation operation : api.operations()) {
            List<String> expected = new ArrayList<>(ALWAYS);
            if (operation.path().contains("{")) {
                expected.add("404");
            }
            if (operation.description().has("requestBody")) {
                expected.addAll(List.of("413", "415"));
            }
            for (String status : expected) {
                if (!operation.description().path("responses").has(status)) {
                    faults.add("%s does not tell of %s".formatted(operation.id(), status));
                }
            }
        }
        return faults;
    }

    private static List<String> faults(ApiDocument api) {
        List<String> faults = new ArrayList<>();
        for (Operation operation : api.operations()) {
            check(api, operation.id() + " request", operation.description().path("requestBody"), faults);
            operation
                    .description()
                    .path("responses")
                    .properties()
                    .forEach(answer ->
                            check(api, operation.id() + " " + answer.getKey(), api.resolve(answer.getValue()), faults));
        }
        return faults;
    }

    private static void check(ApiDocument api, String where, JsonNode owner, List<String> faults) {
        owner.path("content").properties().forEach(content -> {
            List<JsonNode> examples = examples(api, content.getValue());
            if (examples.isEmpty()) {
                faults.add(where + " has no example");
            }
            for (JsonNode example : examples) {
                api.violations(content.getValue().path("schema"), example)
                        .forEach(violation -> faults.add(where + ": " + violation));
            }
        });
    }

    private static List<JsonNode> examples(ApiDocument api, JsonNode content) {
        List<JsonNode> examples = new ArrayList<>();
        if (content.has("example")) {
            examples.add(content.get("example"));
        }
        content.path("examples")
                .forEach(example -> examples.add(api.resolve(example).path("value")));
        return examples;
    }
}
