package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedIssuerTest {

    private static final Optional<String> LOCAL = Optional.of("local");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.example.org/realms/mieux",
                "HTTPS://id.example.org",
                "https://10.0.0.7/realms/mieux",
                "https://localhost.example.org",
                "https://[2001:db8::7]:8443/realms/mieux"
            })
    void an_identity_provider_elsewhere_behind_tls_is_trusted(String issuer) {
        assertThat(production(issuer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8086/mieux",
                "http://id.example.org/realms/mieux",
                "https://localhost:8086/mieux",
                "https://LOCALHOST./mieux",
                "https://id.localhost",
                "https://127.0.0.1/mieux",
                "https://127.8.8.8/mieux",
                "https://0.0.0.0/mieux",
                "https://[::1]:8443/mieux",
                "https://[::ffff:127.0.0.1]/mieux",
                "https:///mieux",
                "id.example.org",
                "https://id example.org"
            })
    void any_other_is_refused_with_the_variable_the_fault_and_the_way_out_but_not_locally(String issuer) {
        assertThat(production(issuer).orElseThrow())
                .startsWith("MIEUX_OIDC_ISSUER is " + issuer + ", and that ")
                .contains("Set MIEUX_OIDC_ISSUER to the https address")
                .endsWith("set MIEUX_ENVIRONMENT=local.");
        assertThat(TrustedIssuer.objection(LOCAL, Optional.of(issuer))).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void without_an_issuer_nothing_starts_anywhere(String issuer) {
        assertThat(TrustedIssuer.objection(LOCAL, Optional.ofNullable(issuer)).orElseThrow())
                .startsWith("MIEUX_OIDC_ISSUER is not set");
        assertThat(TrustedIssuer.objection(Optional.empty(), Optional.ofNullable(issuer)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "production", "Local", "local ", "development"})
    void only_the_word_local_makes_an_environment_local(String environment) {
        assertThat(TrustedIssuer.objection(Optional.of(environment), Optional.of("http://localhost:8086/mieux")))
                .isPresent();
    }

    @Test
    void an_environment_that_is_not_told_is_no_local_one() {
        assertThat(production("http://localhost:8086/mieux")).isPresent();
    }

    private static Optional<String> production(String issuer) {
        return TrustedIssuer.objection(Optional.empty(), Optional.of(issuer));
    }
}
