package eu.mieux.helm;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a resource is one that a cluster would take, unknown fields included: Kubernetes' own by the models of its Java client, Strimzi's by the definitions that its
 * generator makes, those of other operators by their models for Node.js.
 */
final class Models {

    private static final JsonMapper JSON_MAPPER = new JsonMapper();

    private Models() {}

    /** A sentence for each fault, none for none. */
    static List<String> complaints(List<JsonNode> resources) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode resource : resources) {
            String version = resource.path("apiVersion").asString();
            if (version.startsWith("kafka.strimzi.io/")) {
                StrimziDefinitions.complaints(resource).forEach(said -> complaints.add(name(resource) + said));
            } else if (!version.contains(".") || (version.contains(".k8s.io/") && !version.startsWith("gateway."))) {
                kubernetes(resource).forEach(said -> complaints.add(name(resource) + said));
            } else {
                others.add(resource);
            }
        }
        if (!others.isEmpty()) {
            complaints.addAll(byNode(others));
        }
        return complaints;
    }

    private static String name(JsonNode resource) {
        return "%s %s: "
                .formatted(
                        resource.path("kind").asString(),
                        resource.at("/metadata/name").asString());
    }

    private static Stream<String> kubernetes(JsonNode resource) {
        try {
            Class<?> model = model(resource);
            JsonElement element = JsonParser.parseString(resource.toString());
            // This knows which fields there are, and which must be; reading it, of which type they are.
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, element);
            Object read = JSON.getGson().fromJson(element, model);
            return read == null ? Stream.of("there is nothing in it") : Stream.empty();
        } catch (InvocationTargetException e) {
            return Stream.of(String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            return Stream.of("there is no such kind: " + e.getMessage());
        } catch (RuntimeException e) {
            return Stream.of(String.valueOf(e.getMessage()));
        }
    }

    /** {@code apps/v1} Deployment is {@code V1Deployment}. */
    private static Class<?> model(JsonNode resource) throws ClassNotFoundException {
        String version = resource.path("apiVersion").asString().replaceFirst(".*/", "");
        return Class.forName("io.kubernetes.client.openapi.models." + version.toUpperCase(Locale.ROOT)
                + resource.path("kind").asString());
    }

    private static List<String> byNode(List<JsonNode> resources) throws IOException, InterruptedException {
        Path file = Files.createTempFile("resources", ".json");
        try {
            Files.writeString(file, JSON_MAPPER.writeValueAsString(resources));
            Tools.Said said = Tools.check(file);
            if (said.exit() != 0) {
                throw new IllegalStateException(said.toString());
            }
            return Rendering.items(JSON_MAPPER.readTree(said.words()))
                    .map(complaint ->
                            name(resources.get(complaint.path("resource").asInt()))
                                    + complaint.path("says").asString())
                    .toList();
        } finally {
            Files.delete(file);
        }
    }
}
