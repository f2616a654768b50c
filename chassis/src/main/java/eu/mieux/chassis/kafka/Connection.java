package eu.mieux.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How this service reaches Kafka: where, by TLS or not, and as whom (SCRAM-SHA-512). What all its clients have in common.
 */
@ApplicationScoped
class Connection {

    private final String bootstrap;
    private final boolean tls;
    private final Optional<String> authorities;
    private final Optional<String> user;
    private final Optional<String> password;

    /**
     * @param authorities a PEM file with the certificates of those who may vouch for the brokers; with it the connection is by TLS.
     *     Without it those count that the JDK trusts.
     */
    Connection(
            @ConfigProperty(name = "mieux.kafka") String bootstrap,
            @ConfigProperty(name = "mieux.kafka.tls") boolean tls,
            @ConfigProperty(name = "mieux.kafka.ca") Optional<String> authorities,
            @ConfigProperty(name = "mieux.kafka.user") Optional<String> user,
            @ConfigProperty(name = "mieux.kafka.password") Optional<String> password) {
        this.bootstrap = bootstrap;
        this.tls = tls || authorities.isPresent();
        this.authorities = authorities;
        this.user = user;
        this.password = password;
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrap);
        // In Kafka's words: PLAINTEXT is without TLS, SSL is with it.
        settings.put("security.protocol", (user.isPresent() ? "SASL_" : "") + (tls ? "SSL" : "PLAINTEXT"));
        authorities.ifPresent(file -> {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", file);
        });
        user.ifPresent(name -> {
            settings.put("sasl.mechanism", "SCRAM-SHA-512");
            settings.put(
                    "sasl.jaas.config",
                    "org.apache.kafka.common.security.scram.ScramLoginModule required username=%s password=%s;"
                            .formatted(quoted(name), quoted(password.orElse(""))));
        });
        return settings;
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
