package eu.mieux.helm;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The definitions that a cluster with Strimzi holds its resources against, made by Strimzi's own generator, and closed against fields that they do not know. */
final class StrimziDefinitions {

    private static final Map<String, Class<?>> KINDS =
            Map.of("Kafka", Kafka.class, "KafkaNodePool", KafkaNodePool.class, "KafkaUser", KafkaUser.class);

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private StrimziDefinitions() {}

    static Stream<String> complaints(JsonNode resource) {
        String kind = resource.path("kind").asString();
        String version = resource.path("apiVersion").asString().replaceFirst(".*/", "");
        if (!KINDS.containsKey(kind)) {
            return Stream.of("there is no such kind");
        }
        return SCHEMAS
                .computeIfAbsent(kind + "/" + version, _ -> schema(KINDS.get(kind), version))
                .validate(resource.toString(), InputFormat.JSON)
                .stream()
                .map(Object::toString);
    }

    private static Schema schema(Class<?> kind, String version) {
        JsonNode definition = Rendering.items(generated(kind).at("/spec/versions"))
                .filter(it -> it.path("name").asString().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no %s of version %s".formatted(kind, version)))
                .at("/schema/openAPIV3Schema");
        close(definition);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(definition);
    }

    /** By a process of its own, for the generator ends the one that it runs in. */
    private static JsonNode generated(Class<?> kind) {
        try {
            Path file = Files.createTempFile(kind.getSimpleName(), ".yaml");
            try {
                Tools.Said said = Tools.java(
                        "io.strimzi.crdgenerator.CrdGenerator", "--target-kube", "1.30+", kind.getName() + "=" + file);
                if (said.exit() != 0) {
                    throw new IllegalStateException(said.toString());
                }
                return Rendering.YAML.readTree(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As kubectl and Helm refuse them. What only says one thing more of an object (oneOf and the like) lists some of its fields. */
    private static void close(JsonNode schema) {
        if (schema.path("properties") instanceof ObjectNode properties) {
            if (!schema.has("additionalProperties")
                    && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(false)) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
            properties.values().forEach(StrimziDefinitions::close);
        }
        if (schema.path("items") instanceof ObjectNode items) {
            close(items);
        }
        if (schema.path("additionalProperties") instanceof ObjectNode each) {
            close(each);
        }
    }
}
