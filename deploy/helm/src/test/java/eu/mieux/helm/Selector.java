package eu.mieux.helm;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Which pods a selector finds, as Kubernetes does it: all labels, and all expressions, of which the chart uses {@code In} alone. */
record Selector(Predicate<JsonNode> labels) {

    static Selector byLabels(JsonNode wanted) {
        return new Selector(labels ->
                wanted.propertyStream().allMatch(it -> it.getValue().equals(labels.get(it.getKey()))));
    }

    static Selector of(JsonNode selector) {
        Selector byLabels = byLabels(selector.path("matchLabels"));
        return new Selector(labels -> byLabels.labels.test(labels)
                && Rendering.items(selector.path("matchExpressions")).allMatch(it -> holds(it, labels)));
    }

    private static boolean holds(JsonNode expression, JsonNode labels) {
        if (!expression.path("operator").asString().equals("In")) {
            throw new IllegalArgumentException("not understood: " + expression);
        }
        return Rendering.items(expression.path("values"))
                .anyMatch(
                        value -> value.equals(labels.get(expression.path("key").asString())));
    }

    /** The components of the pods that it finds. */
    List<String> of(Rendering rendering) {
        return rendering
                .pods()
                .map(pod -> pod.at("/metadata/labels"))
                .filter(labels)
                .map(it -> it.path("app.kubernetes.io/component").asString())
                .toList();
    }
}
