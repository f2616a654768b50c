package eu.mieux.chassis.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An OpenAPI 3.1 document, as tests read it: its operations, and whether a value keeps one of its schemas. */
public final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    public ApiDocument(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.add(
                                new Operation(this, member.getKey(), path.getKey(), (ObjectNode) member.getValue()))));
    }

    /** @throws UncheckedIOException when there is no such file */
    public static ApiDocument read(Path file) {
        try {
            return new ApiDocument(new YAMLMapper().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** What answers such a call; of several paths that match, the one with the fewest variables. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equalsIgnoreCase(method) && operation.answers(path))
                // Of {id} and {name}.txt, the one that says more of the path.
                .min(Comparator.comparingInt(Operation::variables)
                        .thenComparing(
                                Comparator.comparingInt(Operation::literals).reversed()));
    }

    /** What is wrong with a value, nothing when it keeps the schema. */
    public List<String> violations(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** Follows a reference to a component; anything else is itself. */
    public JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) withDefinitions(schema);
        whole.set("$defs", withDefinitions(document.at("/components/schemas")));
        return SCHEMAS.getSchema(whole);
    }

    /** Where a schema that stands alone has what it refers to. */
    private static JsonNode withDefinitions(JsonNode schema) {
        return JSON.readTree(schema.toString().replace("\"#/components/schemas/", "\"#/$defs/"));
    }
}
