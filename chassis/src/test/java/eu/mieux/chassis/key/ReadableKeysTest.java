package eu.mieux.chassis.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadableKeysTest {

    @Test
    void a_key_is_the_words_without_accents() {
        assertThat(ReadableKeys.of("2022-12-16 México IV: ¡concluida!")).isEqualTo("2022-12-16-mexico-iv-concluida");
    }

    @Test
    void a_key_has_at_most_64_characters_and_no_loose_ends() {
        assertThat(ReadableKeys.of("¡" + "x".repeat(63) + " tail"))
                .hasSize(63)
                .doesNotStartWith("-")
                .doesNotEndWith("-");
    }

    @Test
    void words_of_another_script_leave_no_trace() {
        assertThat(ReadableKeys.of("2022-12-16 Миграция")).isEqualTo("2022-12-16");
    }
}
