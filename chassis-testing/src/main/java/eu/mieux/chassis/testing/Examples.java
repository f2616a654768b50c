package eu.mieux.chassis.testing;

import io.restassured.specification.FilterableRequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The examples of a contract, a file for each operation: {@code {"parameters", "request", "answers": {"201": …}}}. Every one was
 * really answered to a test. An example is replaced only when it no longer keeps the contract, or when a fuller one comes along.
 */
final class Examples {

    private static final JsonMapper JSON = new JsonMapper();
    /** Refusals of these kinds are the operation's own; the others are alike everywhere. */
    private static final Set<Integer> OWN_REFUSALS = Set.of(409, 422);

    private static final int MOST_ELEMENTS = 3;
    private static final int LONGEST_TEXT = 600;
    private static final int LARGEST = 6_000;

    private final Path folder;

    Examples(Path folder) {
        this.folder = folder;
    }

    /** @param text the body as it came */
    synchronized void offer(
            Operation operation,
            FilterableRequestSpecification request,
            URI uri,
            Operation.Answer answer,
            String text) {
        boolean succeeded = answer.status() < 300;
        if ((!succeeded && !OWN_REFUSALS.contains(answer.status())) || !operation.documents(answer.status())) {
            return;
        }
        ObjectNode kept = read(operation);
        ObjectNode answers =
                kept.path("answers").isObject() ? (ObjectNode) kept.get("answers") : JSON.createObjectNode();
        String status = String.valueOf(answer.status());
        JsonNode body = answer.json() == null ? textual(answer.mediaType(), text) : shortened(answer.json());
        JsonNode sent = sent(operation, request);
        if (body.toString().length() > LARGEST || !holds(operation, answer, body)) {
            return;
        }
        JsonNode before = answers.get(status);
        boolean better = before == null
                || !holds(operation, answer, before)
                || (succeeded && weight(body, sent) > weight(before, kept.path("request")));
        if (!better) {
            return;
        }
        answers.set(status, body);
        if (succeeded) {
            kept.set("parameters", parameters(operation, uri));
            if (sent.isMissingNode() || sent.isNull()) {
                kept.remove("request");
            } else {
                kept.set("request", sent);
            }
        }
        kept.set("answers", answers);
        write(operation, kept);
    }

    private static ObjectNode parameters(Operation operation, URI uri) {
        ObjectNode parameters = JSON.createObjectNode();
        operation.values(uri.getPath()).forEach(parameters::put);
        return parameters;
    }

    private static boolean holds(Operation operation, Operation.Answer answer, JsonNode body) {
        return operation
                .answer(answer.status())
                .flatMap(described -> Operation.content(described, answer.mediaType()))
                .map(content -> operation
                        .document()
                        .violations(content.path("schema"), body)
                        .isEmpty())
                .orElse(body.isNull());
    }

    private static JsonNode sent(Operation operation, FilterableRequestSpecification request) {
        Object body = request.getBody();
        String text = body instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : body instanceof String string ? string : null;
        JsonNode described = operation.description().path("requestBody");
        if (text == null || text.isEmpty() || described.isMissingNode()) {
            return JSON.nullNode();
        }
        JsonNode forms = described.path("content");
        if (forms.has("application/octet-stream")) {
            // Bytes are no example that anybody reads.
            return JSON.nullNode();
        }
        JsonNode sent = forms.has("text/csv") ? textual("text/csv", text) : JSON.readTree(text);
        return forms.properties().stream()
                        .anyMatch(content -> operation
                                .document()
                                .violations(content.getValue().path("schema"), sent)
                                .isEmpty())
                ? sent
                : JSON.nullNode();
    }

    /** The first lines of a file. */
    private static JsonNode textual(@Nullable String mediaType, String text) {
        return mediaType == null || !mediaType.startsWith("text/") || text.isEmpty()
                ? JSON.nullNode()
                : JSON.getNodeFactory()
                        .stringNode(text.lines().limit(MOST_ELEMENTS).collect(Collectors.joining("\n")) + "\n");
    }

    /** Long lists are cut. */
    private static JsonNode shortened(JsonNode node) {
        JsonNode copy = node.deepCopy();
        shorten(copy);
        return copy;
    }

    private static void shorten(JsonNode node) {
        if (node instanceof ArrayNode array) {
            while (array.size() > MOST_ELEMENTS) {
                array.remove(array.size() - 1);
            }
        }
        node.forEach(Examples::shorten);
    }

    /** What was sent tells more than all of the answer. */
    private static int weight(JsonNode body, JsonNode sent) {
        return weight(body) + 100 * weight(sent);
    }

    /** How much an example tells: its values that are there, unless one is so long that nobody reads it. */
    private static int weight(JsonNode node) {
        if (node.isContainer()) {
            int weight = 0;
            for (JsonNode part : node) {
                weight += weight(part);
            }
            return weight;
        }
        if (node.isString() && node.asString().length() > LONGEST_TEXT) {
            return -100;
        }
        return node.isNull() || node.isMissingNode() ? 0 : 1;
    }

    private ObjectNode read(Operation operation) {
        Path file = file(operation);
        return Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
    }

    private void write(Operation operation, ObjectNode example) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file(operation), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Operation operation) {
        return folder.resolve(operation.id() + ".json");
    }
}
