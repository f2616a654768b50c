package eu.mieux.helm;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The environment of a pod's only container. */
final class Environment {

    private Environment() {}

    /** By name: the value, or from where it comes. */
    static Map<String, JsonNode> of(JsonNode podSpec) {
        Map<String, JsonNode> all = new TreeMap<>();
        Rendering.items(podSpec.at("/containers/0/env")).forEach(it -> {
            JsonNode value = it.has("value") ? it.path("value") : it.path("valueFrom");
            if (all.put(it.path("name").asString(), value) != null) {
                throw new AssertionError(it.path("name").asString() + " is set twice");
            }
        });
        return all;
    }

    static int seconds(JsonNode podSpec, String variable) {
        return Integer.parseInt(of(podSpec).get(variable).asString().replaceFirst("S$", ""));
    }
}
