package eu.mieux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that will not do are refused before anything is changed, with what would be right. */
@ExtendWith(NeedsHelm.class)
class RefusalTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            gateway.replicas=two                       | at '/gateway/replicas': got string, want integer
            gateway.replicas=0                         | at '/gateway/replicas': minimum: got 0, want 1
            oidc.isuer=https://x                       | at '/oidc': additional properties 'isuer' not allowed
            services.expret.replicas=2                 | at '/services': additional properties 'expret' not allowed
            kafka.mode=confluent                       | at '/kafka/mode': value must be one of 'external', 'strimzi'
            services.expert.autoscaling.by=memory      | value must be one of 'none', 'cpu', 'lag'
            gateway.autoscaling.by=lag                 | value must be one of 'none', 'cpu'
            services.expert.database.role=Robert');--  | at '/services/expert/database/role'
            serviceDefaults.resources.limits.memory=   | at '/serviceDefaults/resources/limits/memory'
            podNetworks[0]=10.1.1.1                    | at '/podNetworks/0'
            serviceDefaults.shutdown.timeoutSeconds=5  | at '/serviceDefaults/shutdown/timeoutSeconds': minimum: got 5, want 60
            services.expert=null                       | at '/services': missing property 'expert'
            services.expert.database.secret=null       | at '/services/expert/database': missing property 'secret'
            image.registry=                            | image.registry is not set: where are the images?
            image.tag=latest                           | Name a release.
            oidc.issuer=                               | Set it to the https address of your identity provider
            oidc.issuer=http://identity.example.org    | that is no https address
            publicUrl=mieux.example.org                | Set it to the address at which browsers reach the gateway
            podNetworks=null                           | Set it to the networks of your cluster's pods
            postgresql.mode=external                   | postgresql.external.host is not set: where is the database?
            kafka.mode=external                        | kafka.external.bootstrap is not set: where is Kafka?
            kafka.replication=3                        | Have more brokers or fewer copies.
            kafka.strimzi.pools.dual.replicas=2        | an odd number is needed for a majority
            postgresql.maxConnections=90               | Have the server admit more, or have fewer pods or connections.
            mail.host=smtp.example.org                 | mail.from is not set, and mail.host is
            attachments.bucket=b                       | attachments.secret is not set, and attachments.bucket is
            route.kind=httpRoute                       | to which Gateway does the HTTPRoute belong?
            services.expert.env.MIEUX_KAFKA=x          | what begins with MIEUX_ has a value of its own in this chart
            """)
    void it_is_said_what_is_wrong_and_what_would_be_right(String set, String says) throws Exception {
        Tools.Said said = Rendering.template("-f", Rendering.file("small"), "--set", set);
        assertThat(said.exit()).isPositive();
        assertThat(said.words()).isEmpty();
        assertThat(said.complaints()).contains(says);
    }

    @Test
    void all_that_an_operator_forgot_is_told_at_once() throws Exception {
        Tools.Said said = Tools.helm("template", Rendering.RELEASE, Tools.CHART.toString());
        assertThat(said.complaints())
                .contains("- image.registry", "- oidc.issuer", "- publicUrl", "- podNetworks", "- postgresql.external")
                .contains("- kafka.external.bootstrap");
    }

    @Test
    void more_pods_than_partitions_would_be_given_no_events() throws Exception {
        String[] wanted = {
            "-f",
            Rendering.file("standard"),
            "--set",
            "services.monitoring.autoscaling.max=5,postgresql.maxConnections=500"
        };
        assertThat(Rendering.template(wanted).complaints()).contains("topics have 4 partitions");
        Rendering rendering =
                Rendering.with(Stream.concat(Arrays.stream(wanted), Stream.of("--set", "kafka.partitions=5"))
                        .toArray(String[]::new));
        assertThat(rendering
                        .the("ScaledObject", "mieux-monitoring")
                        .at("/spec/maxReplicaCount")
                        .asInt())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "standard", "large"})
    void the_database_admits_all_connections_of_a_roll_out(String profile) throws Exception {
        Rendering rendering = Rendering.of(profile);
        int pools = rendering
                .kind("Deployment")
                .filter(it -> !Rendering.component(it).equals("gateway"))
                .mapToInt(it -> (Scaling.most(rendering, it)
                                + it.at("/spec/strategy/rollingUpdate/maxSurge").asInt())
                        * Environment.seconds(it.at("/spec/template/spec"), "MIEUX_DATABASE_CONNECTIONS"))
                .sum();
        int admitted = Integer.parseInt(rendering
                .the("Cluster", "mieux-postgresql")
                .at("/spec/postgresql/parameters/max_connections")
                .asString());
        assertThat(pools).isBetween(admitted / 3, admitted - 20);
    }
}
