package eu.mieux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What may speak to what, read off the policies as a cluster reads them: the arrows of the architecture, drawn out here, and no others. */
@ExtendWith(NeedsHelm.class)
class ArrowsTest {

    private static final List<String> SERVICES =
            List.of("pre-implementation", "implementation", "expert", "monitoring", "knowledge");

    private static final String ANYWHERE_BUT_WITHIN =
            "0.0.0.0/0 except [\"10.0.0.0/8\",\"100.64.0.0/10\",\"127.0.0.0/8\",\"169.254.0.0/16\",\"172.16.0.0/12\",\"192.168.0.0/16\"]:1-65535";

    @Test
    void with_operators_only_the_arrows_of_the_architecture_lead_out() throws Exception {
        Rendering rendering = Rendering.of("standard", "operators");
        Set<String> wanted = new TreeSet<>();
        for (String service : SERVICES) {
            wanted.add("gateway → pods " + service + ":8080");
            wanted.add(service + " → cnpg.io/cluster=mieux-postgresql:5432");
            wanted.add(service + " → strimzi.io/cluster=mieux-kafka,strimzi.io/kind=Kafka:9093");
            wanted.add(service + " → anywhere:443");
            wanted.add(service + "-migration → cnpg.io/cluster=mieux-postgresql:5432");
        }
        wanted.add("gateway → anywhere:443");
        wanted.add("knowledge → " + ANYWHERE_BUT_WITHIN);
        wanted.add("knowledge → 2000::/3:1-65535");
        rendering.pods().map(Rendering::component).forEach(it -> wanted.add(it + " → names:53"));
        assertThat(arrows(rendering, "egress", "to")).isEqualTo(wanted);
    }

    @Test
    void with_others_databases_only_their_addresses_are_reached() throws Exception {
        Rendering rendering = Rendering.of("external");
        Set<String> wanted = new TreeSet<>();
        for (String service : SERVICES) {
            wanted.add("gateway → pods " + service + ":8080");
            wanted.add(service + " → 192.0.2.8/32:5432");
            wanted.add(service + " → 192.0.2.9/32:9094");
            wanted.add(service + " → 192.0.2.7/32:443");
            wanted.add(service + "-migration → 192.0.2.8/32:5432");
        }
        wanted.add("gateway → 192.0.2.7/32:443");
        wanted.add("pre-implementation → 192.0.2.10/32:587");
        wanted.add("pre-implementation → 192.0.2.11/32:9000");
        wanted.add("knowledge → " + ANYWHERE_BUT_WITHIN);
        wanted.add("knowledge → 2000::/3:1-65535");
        wanted.add("knowledge → 10.1.0.0/16:1-65535");
        rendering.pods().map(Rendering::component).forEach(it -> wanted.add(it + " → names:53"));
        assertThat(arrows(rendering, "egress", "to")).isEqualTo(wanted);
    }

    @Test
    void only_the_gateway_is_reached_from_outside_and_services_by_it_alone() throws Exception {
        Set<String> wanted = new TreeSet<>();
        SERVICES.forEach(service -> wanted.add(service + " ← pods gateway:8080"));
        wanted.add("gateway ← anywhere:8080");
        assertThat(arrows(Rendering.of("standard"), "ingress", "from")).isEqualTo(wanted);
    }

    @Test
    void prometheus_is_let_in_where_it_is_to_watch() throws Exception {
        Set<String> wanted = new TreeSet<>(arrows(Rendering.of("standard"), "ingress", "from"));
        SERVICES.forEach(service -> wanted.add(service + " ← namespace monitoring:8080"));
        wanted.add("gateway ← namespace monitoring:9000");
        assertThat(arrows(Rendering.of("standard", "operators"), "ingress", "from"))
                .isEqualTo(wanted);
    }

    @Test
    void whatever_is_not_allowed_is_refused_to_every_pod() throws Exception {
        Rendering rendering = Rendering.of("standard");
        JsonNode nothing = rendering.the("NetworkPolicy", "mieux-nothing-unless-allowed");
        assertThat(Selector.of(nothing.at("/spec/podSelector")).of(rendering)).hasSize(11);
        assertThat(nothing.at("/spec/policyTypes")).map(JsonNode::asString).containsExactly("Ingress", "Egress");
        assertThat(nothing.path("spec").has("ingress")).isFalse();
        assertThat(nothing.path("spec").has("egress")).isFalse();
    }

    @Test
    void only_programs_their_migrations_and_the_operator_reach_the_database() throws Exception {
        Rendering rendering = Rendering.of("standard");
        JsonNode policy = rendering.the("NetworkPolicy", "mieux-postgresql");
        assertThat(policy.at("/spec/podSelector/matchLabels/cnpg.io~1cluster").asString())
                .isEqualTo("mieux-postgresql");
        JsonNode first = policy.at("/spec/ingress/0");
        assertThat(first.at("/ports/0/port").asInt()).isEqualTo(5432);
        assertThat(Selector.of(first.at("/from/0/podSelector")).of(rendering))
                .hasSize(10)
                .doesNotContain("gateway");
        assertThat(policy.at("/spec/ingress")).hasSize(3);
    }

    @Test
    void only_services_and_whoever_scales_them_reach_the_brokers() throws Exception {
        assertThat(peers("standard")).hasSize(2);
        assertThat(peers("small"))
                .hasSize(1)
                .allSatisfy(
                        peer -> assertThat(Selector.of(peer.path("podSelector")).of(Rendering.of("small")))
                                .containsExactlyInAnyOrderElementsOf(SERVICES));
    }

    private static List<JsonNode> peers(String profile) throws Exception {
        return Rendering.items(Rendering.of(profile)
                        .the("Kafka", "mieux-kafka")
                        .at("/spec/kafka/listeners/0/networkPolicyPeers"))
                .toList();
    }

    /** Of the programs and their migrations: "expert → 192.0.2.8/32:5432". */
    private static Set<String> arrows(Rendering rendering, String direction, String peers) {
        Set<String> arrows = new TreeSet<>();
        rendering.kind("NetworkPolicy").forEach(policy -> {
            for (String component : Selector.of(policy.at("/spec/podSelector")).of(rendering)) {
                Rendering.items(policy.path("spec").path(direction))
                        .forEach(rule -> ends(rendering, rule, peers)
                                .forEach(end -> arrows.add(component + (peers.equals("to") ? " → " : " ← ") + end)));
            }
        });
        return arrows;
    }

    private static List<String> ends(Rendering rendering, JsonNode rule, String peers) {
        List<String> places = rule.has(peers)
                ? Rendering.items(rule.path(peers))
                        .flatMap(peer -> places(rendering, peer))
                        .toList()
                : List.of("anywhere");
        List<String> ends = new ArrayList<>();
        assertThat(rule.path("ports"))
                .as("a way without ports is one to everything there")
                .isNotEmpty();
        for (String place : places) {
            Rendering.items(rule.path("ports"))
                    .map(port -> port.path("port").asString()
                            + (port.has("endPort") ? "-" + port.path("endPort").asString() : ""))
                    .forEach(port -> ends.add(place + ":" + port));
        }
        return ends;
    }

    private static Stream<String> places(Rendering rendering, JsonNode peer) {
        if (peer.has("ipBlock")) {
            JsonNode except = peer.at("/ipBlock/except");
            return Stream.of(peer.at("/ipBlock/cidr").asString() + (except.isMissingNode() ? "" : " except " + except));
        }
        if (peer.has("namespaceSelector")) {
            String namespace = peer.at("/namespaceSelector/matchLabels/kubernetes.io~1metadata.name")
                    .asString();
            boolean names =
                    peer.at("/podSelector/matchLabels/k8s-app").asString().equals("kube-dns");
            assertThat(namespace).isNotEmpty();
            return Stream.of(names ? "names" : "namespace " + namespace);
        }
        List<String> ours = Selector.of(peer.path("podSelector")).of(rendering);
        if (!ours.isEmpty()) {
            return ours.stream().map(component -> "pods " + component);
        }
        return Stream.of(String.join(
                ",",
                peer.at("/podSelector/matchLabels")
                        .propertyStream()
                        .map(it -> it.getKey() + "=" + it.getValue().asString())
                        .sorted()
                        .toList()));
    }
}
