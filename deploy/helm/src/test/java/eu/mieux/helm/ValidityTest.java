package eu.mieux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A cluster would take what the chart makes, field by field; and these tests would notice if it did not. */
@ExtendWith(NeedsHelm.class)
class ValidityTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** A kind, a field of it, and what is put there; nothing: the field is taken away. Misspelt, of the wrong type, missing. */
    private static final String FAULTS = """
            Deployment              | /spec/template/spec/containers/0/readynessProbe | {}
            Deployment              | /spec/replicas                                  | "two"
            Deployment              | /spec/selector                                  |
            Deployment              | /spec/template/spec/containers/0/resources/limits/memory | "much"
            Service                 | /spec/ports/0/prt                               | 1
            Service                 | /spec/ports/0/port                              |
            Job                     | /spec/ttlSeconds                                | 1
            ConfigMap               | /dat                                            | {}
            NetworkPolicy           | /spec/egres                                     | []
            PodDisruptionBudget     | /spec/maxUnavailabel                            | 1
            HorizontalPodAutoscaler | /spec/maxReplicas                               |
            HorizontalPodAutoscaler | /spec/metrics/0/resource/target/utilisation     | 1
            PriorityClass           | /value                                          | "high"
            Ingress                 | /spec/rules/0/http/paths/0/pathType             |
            HTTPRoute               | /spec/rules/0/backendRefs/0/prt                 | 1
            HTTPRoute               | /spec/rules/0/backendRefs/0/port                | "http"
            HTTPRoute               | /spec/rules/0/backendRefs/0/name                |
            ScaledObject            | /spec/minReplicas                               | 1
            ScaledObject            | /spec/minReplicaCount                           | "two"
            ScaledObject            | /spec/triggers                                  |
            TriggerAuthentication   | /spec/secretTargetRef/0/secret                  | "x"
            TriggerAuthentication   | /spec/secretTargetRef/0/key                     |
            Cluster                 | /spec/instance                                  | 3
            Cluster                 | /spec/instances                                 | "three"
            Cluster                 | /spec/bootstrap/initdb/postInitSql              | []
            Cluster                 | /spec/managed/roles/0/name                      |
            ScheduledBackup         | /spec/retention                                 | "30d"
            ScheduledBackup         | /spec/immediate                                 | "yes"
            ScheduledBackup         | /spec/schedule                                  |
            Kafka                   | /spec/kafka/listener                            | []
            Kafka                   | /spec/kafka/listeners/0/port                    | "tls"
            Kafka                   | /spec/kafka/listeners/0/name                    |
            KafkaNodePool           | /spec/storage/volumes/0/sise                    | "1Gi"
            KafkaNodePool           | /spec/replicas                                  | "three"
            KafkaNodePool           | /spec/roles                                     |
            KafkaUser               | /spec/authorization/acls/0/operation            | "Read"
            KafkaUser               | /spec/authorization/acls/0/operations           | ["Reed"]
            KafkaUser               | /spec/authorization/acls/0/resource             |
            PodMonitor              | /spec/podMetricsEndpoints/0/pth                 | "/"
            PodMonitor              | /spec/podMetricsEndpoints/0/interval            | 30
            PodMonitor              | /spec/selector                                  |""";

    @ParameterizedTest
    @ValueSource(strings = {"small", "standard", "large", "external"})
    void helm_finds_nothing_wrong(String profile) throws Exception {
        Tools.Said said = Tools.helm(
                "lint",
                "--strict",
                Tools.CHART.toString(),
                "-f",
                Rendering.file("site"),
                "-f",
                Rendering.file(profile));
        assertThat(said.exit()).as(said.words() + said.complaints()).isZero();
    }

    @Test
    void every_resource_of_every_profile_is_what_its_kind_allows() throws Exception {
        List<JsonNode> resources = Rendering.all()
                .flatMap(rendering -> rendering.resources().stream())
                .toList();
        assertThat(resources).hasSizeGreaterThan(200);
        assertThat(Models.complaints(resources)).isEmpty();
    }

    @Test
    void the_renderings_hold_every_kind_that_the_chart_can_make() throws Exception {
        assertThat(Rendering.all()
                        .flatMap(rendering -> rendering.resources().stream())
                        .map(it -> it.path("kind").asString())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "Deployment",
                        "Service",
                        "Job",
                        "ConfigMap",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "HorizontalPodAutoscaler",
                        "PriorityClass",
                        "Ingress",
                        "HTTPRoute",
                        "ScaledObject",
                        "TriggerAuthentication",
                        "Cluster",
                        "ScheduledBackup",
                        "Kafka",
                        "KafkaNodePool",
                        "KafkaUser",
                        "PodMonitor");
    }

    @Test
    void every_fault_that_is_planted_is_found() throws Exception {
        Map<String, JsonNode> spoilt = new LinkedHashMap<>();
        for (String fault : FAULTS.lines().toList()) {
            String name = "fault-" + spoilt.size();
            ObjectNode resource = planted(fault.split("\\|", -1));
            ((ObjectNode) resource.path("metadata")).put("name", name);
            spoilt.put(fault + ": " + name, resource);
        }
        List<String> complaints = Models.complaints(List.copyOf(spoilt.values()));
        assertThat(spoilt.keySet())
                .hasSize(41)
                .allSatisfy(fault -> assertThat(complaints)
                        .anyMatch(said -> said.contains(" " + fault.replaceFirst(".* ", "") + ": ")));
    }

    private static ObjectNode planted(String[] fault) throws Exception {
        ObjectNode resource = (ObjectNode) Rendering.all()
                .flatMap(rendering -> rendering.kind(fault[0].strip()))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        String place = fault[1].strip();
        int end = place.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) resource.at(place.substring(0, end));
        String field = place.substring(end + 1);
        if (fault[2].isBlank()) {
            assertThat(parent.remove(field)).as(place).isNotNull();
        } else {
            parent.set(field, JSON.readTree(fault[2]));
        }
        return resource;
    }

    @Test
    void a_kind_that_does_not_exist_is_found() throws Exception {
        List<JsonNode> invented = new ArrayList<>();
        for (String version : List.of("apps/v1", "kafka.strimzi.io/v1", "keda.sh/v1alpha1")) {
            invented.add(JSON.createObjectNode().put("apiVersion", version).put("kind", "Deploiment"));
        }
        assertThat(Models.complaints(invented)).hasSize(3);
    }
}
