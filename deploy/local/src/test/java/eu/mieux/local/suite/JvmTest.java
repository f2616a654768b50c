package eu.mieux.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmTest {

    @ParameterizedTest
    @ValueSource(strings = {"MIEUX_DATABASE_URL", "MIEUX_PORT", "QUARKUS_PROFILE", "KC_DB"})
    void what_the_shell_has_set_for_other_purposes_does_not_reach_the_parts(String variable) {
        assertThat(Jvm.isForeign(variable)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIEUX_RATE_LIMIT_PRINCIPAL", "MIEUX_CORS_ORIGINS", "PATH", "LANG"})
    void what_an_operator_tunes_does(String variable) {
        assertThat(Jvm.isForeign(variable)).isFalse();
    }
}
