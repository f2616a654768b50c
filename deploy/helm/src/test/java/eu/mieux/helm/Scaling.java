package eu.mieux.helm;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What sets the number of pods of a Deployment beside itself. */
final class Scaling {

    private Scaling() {}

    static Stream<JsonNode> of(Rendering rendering, JsonNode deployment) {
        return Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                .flatMap(rendering::kind)
                .filter(it -> it.at("/spec/scaleTargetRef/name").equals(deployment.at("/metadata/name")));
    }

    static int least(Rendering rendering, JsonNode deployment) {
        return of(rendering, deployment)
                .map(it -> it.at("/spec/minReplicas").asInt(0)
                        + it.at("/spec/minReplicaCount").asInt(0))
                .findFirst()
                .orElseGet(() -> deployment.at("/spec/replicas").asInt());
    }

    static int most(Rendering rendering, JsonNode deployment) {
        return of(rendering, deployment)
                .map(it -> it.at("/spec/maxReplicas").asInt(0)
                        + it.at("/spec/maxReplicaCount").asInt(0))
                .findFirst()
                .orElseGet(() -> deployment.at("/spec/replicas").asInt());
    }
}
