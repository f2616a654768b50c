package eu.mieux.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The AsyncAPI 3 document of all events, out of what each service publishes ({@code contract/publishes}) and what the others
 * expect of it ({@code contract/expects}).
 */
final class EventsDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = ".schema.json";
    private static final String DESCRIPTION = """
            The events of a peer-to-peer expertise facility: CloudEvents 1.0 over Kafka, in binary mode.

            - Every change of a record is one event on the topic of its kind; the value is the record's whole public state.
            - The key is the record's id. Events of one record come in order, and may come twice: `ce_sequence` tells.
            - Topics are compacted. No event names a person.
            """;

    private final ObjectNode channels = JSON.createObjectNode();
    private final ObjectNode operations = JSON.createObjectNode();
    private final ObjectNode messages = JSON.createObjectNode();
    private final ObjectNode schemas = JSON.createObjectNode();
    private final List<Path> folders;

    private EventsDocument(List<Path> folders) {
        this.folders = folders;
    }

    /**
     * @param version of the suite
     * @param folders the {@code contract} folders of the services
     */
    static ObjectNode of(String version, List<Path> folders) throws IOException {
        EventsDocument events = new EventsDocument(folders);
        for (Path folder : folders) {
            for (Path schema : schemas(folder.resolve("publishes"))) {
                events.add(service(folder), kind(schema), schema);
            }
        }
        return events.document(version);
    }

    private void add(String service, String kind, Path file) throws IOException {
        ObjectNode payload = (ObjectNode) JSON.readTree(file.toFile());
        JsonNode example =
                JSON.readTree(file.resolveSibling(kind + ".example.json").toFile());
        ObjectNode types = (ObjectNode) payload.remove("x-events");
        String exampleType = payload.remove("x-example-event").asText();
        payload.remove("$schema");
        String topic = payload.remove("title").asText();
        String description = payload.path("description").asText();
        schemas.set(kind, payload);

        ObjectNode channel = channels.putObject(kind)
                .put("address", topic)
                .put("title", title(kind))
                .put("description", description + followers(kind));
        channel.putObject("messages").putObject(kind).put("$ref", "#/components/messages/" + kind);
        channel.putObject("bindings")
                .putObject("kafka")
                .putObject("topicConfiguration")
                .putArray("cleanup.policy")
                .add("compact");
        ObjectNode operation = operations
                .putObject("publish" + camelCase(kind))
                .put("action", "send")
                .put("title", "The %s service tells of each change of its kind %s".formatted(service, kind));
        operation.putObject("channel").put("$ref", "#/channels/" + kind);
        operation.putArray("messages").addObject().put("$ref", "#/channels/%s/messages/%s".formatted(kind, kind));
        message(service, kind, description, types, exampleType, example);
    }

    private void message(
            String service, String kind, String description, ObjectNode types, String exampleType, JsonNode example) {
        ObjectNode message = messages.putObject(kind)
                .put("name", kind)
                .put("title", title(kind))
                .put("summary", description)
                .put("contentType", "application/json")
                .put("description", catalogue(types));
        ArrayNode headers = message.putObject("headers").putArray("allOf");
        headers.addObject().put("$ref", "#/components/schemas/CloudEvent");
        ObjectNode own = headers.addObject().put("type", "object").putObject("properties");
        ArrayNode type = own.putObject("ce_type").put("type", "string").putArray("enum");
        types.fieldNames().forEachRemaining(event -> type.add("eu.mieux." + event));
        own.putObject("ce_source").put("type", "string").putArray("enum").add("/" + service);
        message.putObject("payload").put("$ref", "#/components/schemas/" + kind);
        message.putObject("bindings")
                .putObject("kafka")
                .putObject("key")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "The record's id");
        ObjectNode shown = message.putArray("examples").addObject().put("name", exampleType);
        CloudEventHeaders.example(
                shown.putObject("headers"), "eu.mieux." + exampleType, "/" + service, example.path("id"));
        shown.set("payload", example);
    }

    private static String catalogue(ObjectNode types) {
        StringBuilder text = new StringBuilder("What may have happened (`ce_type`):\n\n");
        types.properties()
                .forEach(type -> text.append("- `eu.mieux.%s`: %s%n"
                        .formatted(type.getKey(), type.getValue().asText())));
        return text.toString();
    }

    private String followers(String kind) {
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.exists(folder.resolve("expects").resolve(kind + SCHEMA))) {
                names.add(service(folder));
            }
        }
        return names.isEmpty() ? "" : " Followed by: " + String.join(", ", names) + ".";
    }

    private ObjectNode document(String version) {
        ObjectNode document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        ObjectNode info = document.putObject("info")
                .put("title", "MIEUX events")
                .put("version", version)
                .put("description", DESCRIPTION);
        MergedDocument.describeOwner(info);
        info.withObjectProperty("license").put("url", "https://eupl.eu/1.2/en/").remove("identifier");
        document.put("defaultContentType", "application/json");
        ObjectNode broker = document.putObject("servers")
                .putObject("kafka")
                .put("host", "{broker}")
                .put("protocol", "kafka")
                .put("description", "The broker of the suite; `./mieux up` starts one beside the services");
        broker.putObject("variables")
                .putObject("broker")
                .put("default", "127.0.0.1:8088")
                .put("description", "Host and port (MIEUX_KAFKA)");
        document.set("channels", channels);
        document.set("operations", operations);
        ObjectNode components = document.putObject("components");
        schemas.set("CloudEvent", CloudEventHeaders.schema());
        components.set("schemas", schemas);
        components.set("messages", messages);
        return document;
    }

    private static List<Path> schemas(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SCHEMA))
                    .sorted()
                    .toList();
        }
    }

    private static String kind(Path schema) {
        return schema.getFileName().toString().replace(SCHEMA, "");
    }

    private static String service(Path contract) {
        return Objects.requireNonNull(contract.getParent())
                .getFileName()
                .toString()
                .replace("-service", "");
    }

    private static String title(String kind) {
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1).replace('-', ' ');
    }

    private static String camelCase(String kind) {
        StringBuilder name = new StringBuilder();
        for (String word : kind.split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
