package eu.mieux.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The operations of the service under test, as its running OpenAPI document tells them. */
final class Operations {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    private Operations(JsonNode document) {
        this.document = document;
    }

    /**
     * One of them.
     *
     * @param body JSON that its schema allows, if it takes a body
     */
    record Operation(String method, String path, Optional<String> contentType, Optional<String> body) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        Operation with(String json) {
            return new Operation(method, path, contentType, Optional.of(json));
        }

        boolean changes() {
            return !method.equals("GET");
        }

        boolean isList() {
            return !changes() && !path.contains("{");
        }
    }

    static Operations ofTheService() {
        try {
            return new Operations(new ObjectMapper()
                    .readTree(RestAssured.given().get("/q/openapi?format=json").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What reads before what changes. */
    List<Operation> all() {
        return document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> operation(method.getKey(), path.getKey(), method.getValue())))
                .sorted(Comparator.comparing(Operation::changes)
                        .thenComparing(Operation::path)
                        .thenComparing(Operation::method))
                .toList();
    }

    /** The first segments under {@code /api/v1}: what scopes name. */
    Stream<String> resources() {
        return all().stream()
                .map(operation -> operation.path().split("/", -1)[3])
                .distinct();
    }

    private Operation operation(String method, String path, JsonNode operation) {
        Optional<Map.Entry<String, JsonNode>> content =
                operation.path("requestBody").path("content").properties().stream()
                        .findFirst();
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                content.map(Map.Entry::getKey),
                content.map(type ->
                        new Samples(document).of(type.getValue().path("schema")).toString()));
    }
}
