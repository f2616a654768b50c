package eu.mieux.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    @Test
    void without_more_it_is_neither_encrypted_nor_signed_in() {
        assertThat(new Connection("a:9092", false, Optional.empty(), Optional.empty(), Optional.empty()).settings())
                .containsEntry("security.protocol", "PLAINTEXT")
                .doesNotContainKey("sasl.mechanism");
    }

    @Test
    void authorities_of_its_own_make_it_encrypted() {
        assertThat(new Connection("a:9093", false, Optional.of("/ca.crt"), Optional.empty(), Optional.empty())
                        .settings())
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", "/ca.crt");
    }

    @Test
    void a_user_signs_in_whatever_letters_the_password_has() {
        var settings = new Connection(
                        "a:9093", true, Optional.empty(), Optional.of("knowledge"), Optional.of("a\"b\\c;d"))
                .settings();
        assertThat(settings)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        var entry = JaasContext.loadClientContext(
                        java.util.Map.of("sasl.jaas.config", new Password((String) settings.get("sasl.jaas.config"))))
                .configurationEntries()
                .getFirst();
        assertThat(entry.getOptions()).isEqualTo(java.util.Map.of("username", "knowledge", "password", "a\"b\\c;d"));
    }
}
