package eu.mieux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** How the programs run: within the restricted Pod Security standard, found by what selects them, and ended without haste. */
@ExtendWith(NeedsHelm.class)
class PodsTest {

    /** gateway.timeouts.response: the longest that it waits for an answer. */
    private static final int LONGEST_ANSWER_SECONDS = 60;

    private static final Set<String> RESTRICTED_VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    static Stream<Rendering> all() throws Exception {
        return Rendering.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_pod_keeps_the_restricted_pod_security_standard(Rendering rendering) {
        assertThat(rendering.pods()).hasSize(11).allSatisfy(pod -> {
            JsonNode spec = pod.path("spec");
            assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean(false))
                    .isTrue();
            assertThat(spec.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            assertThat(spec.at("/securityContext/seccompProfile/type").asString())
                    .isEqualTo("RuntimeDefault");
            assertThat(spec.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(Stream.of("hostNetwork", "hostPID", "hostIPC", "initContainers", "ephemeralContainers"))
                    .noneMatch(spec::has);
            assertThat(Rendering.items(spec.path("volumes")))
                    .allSatisfy(volume -> assertThat(volume.propertyNames())
                            .filteredOn(Predicate.not("name"::equals))
                            .hasSize(1)
                            .isSubsetOf(RESTRICTED_VOLUMES));
            assertThat(Rendering.items(spec.path("containers"))).hasSize(1).allSatisfy(PodsTest::isRestricted);
        });
    }

    private static void isRestricted(JsonNode container) {
        JsonNode security = container.path("securityContext");
        assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(security.path("readOnlyRootFilesystem").asBoolean(false)).isTrue();
        assertThat(security.at("/capabilities/drop")).map(JsonNode::asString).containsExactly("ALL");
        assertThat(security.at("/capabilities").has("add")).isFalse();
        assertThat(security.path("privileged").asBoolean(false)).isFalse();
        assertThat(security.path("runAsNonRoot").asBoolean(true)).isTrue();
        assertThat(Rendering.items(container.path("ports"))).noneMatch(port -> port.has("hostPort"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void only_tmp_can_be_written_and_not_without_end(Rendering rendering) {
        assertThat(rendering.pods()).allSatisfy(pod -> {
            List<JsonNode> mounts = Rendering.items(pod.at("/spec/containers/0/volumeMounts"))
                    .filter(mount -> !mount.path("readOnly").asBoolean(false))
                    .toList();
            assertThat(mounts)
                    .extracting(mount -> mount.path("mountPath").asString())
                    .containsExactly("/tmp");
            assertThat(volume(pod, mounts.getFirst().path("name").asString())
                            .at("/emptyDir/sizeLimit")
                            .asString())
                    .isNotEmpty();
        });
    }

    private static JsonNode volume(JsonNode pod, String name) {
        return Rendering.items(pod.at("/spec/volumes"))
                .filter(volume -> volume.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("all")
    void there_is_nothing_in_it_that_needs_a_shell(Rendering rendering) {
        assertThat(rendering.pods()).allSatisfy(pod -> {
            JsonNode container = pod.at("/spec/containers/0");
            assertThat(container.findValues("exec")).isEmpty();
            assertThat(container.has("command")).isFalse();
            assertThat(container.has("args")).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void services_of_the_namespace_set_no_variables_of_ours(Rendering rendering) {
        assertThat(rendering.pods())
                .allSatisfy(pod -> assertThat(pod.at("/spec/enableServiceLinks").asBoolean(true))
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_pod_says_what_it_needs_and_how_much_memory_it_gets(Rendering rendering) {
        assertThat(rendering.pods()).allSatisfy(pod -> {
            JsonNode resources = pod.at("/spec/containers/0/resources");
            assertThat(resources.at("/requests/cpu").isMissingNode()).isFalse();
            assertThat(resources.at("/requests/memory")).isEqualTo(resources.at("/limits/memory"));
            assertThat(resources.at("/limits/cpu").isMissingNode()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void probes_ask_what_they_are_called(Rendering rendering) {
        assertThat(rendering.kind("Deployment")).hasSize(6).allSatisfy(deployment -> {
            JsonNode container = deployment.at("/spec/template/spec/containers/0");
            boolean gateway = Rendering.component(deployment).equals("gateway");
            assertThat(probe(container, "livenessProbe")).isEqualTo("/q/health/live");
            assertThat(probe(container, "readinessProbe")).isEqualTo("/q/health/ready");
            assertThat(probe(container, "startupProbe")).isEqualTo(gateway ? "/q/health/live" : "/q/health/started");
            int start = container.at("/startupProbe/periodSeconds").asInt()
                    * container.at("/startupProbe/failureThreshold").asInt();
            assertThat(start)
                    .as("whoever waits for the database is not killed meanwhile")
                    .isGreaterThan(300)
                    .isLessThan(deployment.at("/spec/progressDeadlineSeconds").asInt());
        });
    }

    private static String probe(JsonNode container, String probe) {
        return container.path(probe).at("/httpGet/path").asString();
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_pod_ends_later_than_the_longest_request(Rendering rendering) {
        assertThat(rendering.kind("Deployment")).allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            int grace = pod.at("/terminationGracePeriodSeconds").asInt();
            if (Rendering.component(deployment).equals("gateway")) {
                int patience = Environment.seconds(pod, "MIEUX_SHUTDOWN_PATIENCE");
                assertThat(patience).isGreaterThanOrEqualTo(LONGEST_ANSWER_SECONDS);
                assertThat(grace).isGreaterThan(Environment.seconds(pod, "MIEUX_SHUTDOWN_DELAY") + patience);
            } else {
                int patience = Environment.seconds(pod, "QUARKUS_SHUTDOWN_TIMEOUT");
                int pause =
                        pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
                assertThat(patience).isGreaterThanOrEqualTo(LONGEST_ANSWER_SECONDS);
                assertThat(pause).isPositive();
                assertThat(grace).isGreaterThan(pause + patience);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_roll_out_takes_nobody_away_before_there_is_somebody_new(Rendering rendering) {
        assertThat(rendering.kind("Deployment")).allSatisfy(deployment -> {
            assertThat(deployment
                            .at("/spec/strategy/rollingUpdate/maxUnavailable")
                            .asInt(1))
                    .isZero();
            assertThat(deployment.at("/spec/strategy/rollingUpdate/maxSurge").asInt())
                    .isPositive();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_selects_pods_finds_those_that_it_means(Rendering rendering) {
        List<JsonNode> deployments = rendering.kind("Deployment").toList();
        assertThat(deployments)
                .allSatisfy(deployment -> assertThat(selected(rendering, deployment.at("/spec/selector/matchLabels")))
                        .containsExactly(Rendering.component(deployment)));
        assertThat(rendering.kind("Service")).hasSize(6).allSatisfy(service -> {
            assertThat(selected(rendering, service.path("spec").path("selector")))
                    .containsExactly(Rendering.component(service));
            assertThat(service.at("/spec/ports/0/targetPort").asString()).isEqualTo("http");
        });
        assertThat(rendering.kind("PodDisruptionBudget"))
                .allSatisfy(budget -> assertThat(selected(rendering, budget.at("/spec/selector/matchLabels")))
                        .containsExactly(Rendering.component(budget)));
        assertThat(deployments.stream()
                        .flatMap(it -> Rendering.items(it.at("/spec/template/spec/topologySpreadConstraints"))))
                .hasSize(12)
                .allSatisfy(constraint -> assertThat(selected(rendering, constraint.at("/labelSelector/matchLabels")))
                        .hasSize(1));
        List<String> watched = new ArrayList<>();
        for (JsonNode monitor : rendering.kind("PodMonitor").toList()) {
            watched.addAll(Selector.of(monitor.at("/spec/selector")).of(rendering));
        }
        // All that serve, each once; or nobody where nothing watches.
        assertThat(watched).doesNotHaveDuplicates().noneMatch(component -> component.endsWith("-migration"));
        assertThat(watched.size()).isIn(0, 6);
    }

    private static List<String> selected(Rendering rendering, JsonNode labels) {
        return Selector.byLabels(labels).of(rendering);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_budget_leaves_one_to_be_taken_away_and_one_to_serve(Rendering rendering) {
        assertThat(rendering.kind("Deployment")).allSatisfy(deployment -> {
            String name = deployment.at("/metadata/name").asString();
            List<JsonNode> budgets = rendering
                    .kind("PodDisruptionBudget")
                    .filter(it -> it.at("/metadata/name").asString().equals(name))
                    .toList();
            if (Scaling.least(rendering, deployment) > 1) {
                assertThat(budgets).hasSize(1);
                assertThat(budgets.getFirst().at("/spec/maxUnavailable").asInt())
                        .isBetween(1, Scaling.least(rendering, deployment) - 1);
            } else {
                assertThat(budgets)
                        .as("it would keep its node from being emptied")
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void one_thing_at_most_sets_the_number_of_pods(Rendering rendering) {
        assertThat(rendering.kind("Deployment"))
                .allSatisfy(deployment -> assertThat(
                                Scaling.of(rendering, deployment).count()
                                        + (deployment.path("spec").has("replicas") ? 1 : 0))
                        .isEqualTo(1));
    }

    @Test
    void pods_are_rolled_when_the_facility_profile_has_changed() throws Exception {
        String annotation = "/spec/template/metadata/annotations";
        JsonNode before = Rendering.of("unprotected").the("Deployment", "mieux-expert");
        JsonNode after = Rendering.with("-f", Rendering.file("unprotected"), "--set", "facility.revision=8")
                .the("Deployment", "mieux-expert");
        assertThat(before.at(annotation)).isNotEmpty().isNotEqualTo(after.at(annotation));
        assertThat(Rendering.of("small").the("Deployment", "mieux-expert").at(annotation))
                .map(JsonNode::asString)
                .allSatisfy(digest -> assertThat(digest).hasSize(64));
    }

    @Test
    void a_chart_of_another_version_rolls_no_pod() throws Exception {
        assertThat(Rendering.of("small").pods())
                .allSatisfy(pod -> assertThat(pod.at("/metadata/labels").propertyNames())
                        .containsExactlyInAnyOrder(
                                "app.kubernetes.io/name",
                                "app.kubernetes.io/instance",
                                "app.kubernetes.io/component",
                                "app.kubernetes.io/version"));
    }

    @Test
    void each_release_has_migrations_of_its_own() throws Exception {
        assertThat(Rendering.of("small")
                        .kind("Job")
                        .map(it -> it.at("/metadata/name").asString())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "mieux-pre-implementation-migration-1",
                        "mieux-implementation-migration-1",
                        "mieux-expert-migration-1",
                        "mieux-monitoring-migration-1",
                        "mieux-knowledge-migration-1");
        assertThat(Rendering.of("small").kind("Job"))
                .noneMatch(job -> job.at("/metadata/annotations").has("helm.sh/hook"));
    }

    @Test
    void where_helm_only_renders_the_migrations_are_called_after_the_release() throws Exception {
        assertThat(Rendering.with("-f", Rendering.file("small"), "--set", "migration.suffix=1.2.3")
                        .the("Job", "mieux-expert-migration-1.2.3"))
                .isNotNull();
    }
}
