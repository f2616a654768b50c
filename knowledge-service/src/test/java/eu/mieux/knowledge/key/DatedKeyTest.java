package eu.mieux.knowledge.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatedKeyTest {

    private static final LocalDate DAY = LocalDate.of(2022, 12, 16);

    @Test
    void a_key_is_the_day_and_the_words_without_accents() {
        assertThat(DatedKey.free(DAY, "México IV: ¡concluida!", key -> false))
                .isEqualTo("2022-12-16-mexico-iv-concluida");
    }

    @Test
    void a_key_has_at_most_64_characters_and_no_loose_end() {
        assertThat(DatedKey.free(DAY, "x".repeat(52) + " tail", key -> false))
                .hasSize(63)
                .doesNotEndWith("-");
    }

    @Test
    void words_of_another_script_leave_the_day() {
        assertThat(DatedKey.free(DAY, "Миграция", key -> false)).isEqualTo("2022-12-16");
    }

    @Test
    void a_taken_key_is_numbered() {
        assertThat(DatedKey.free(DAY, "a", Set.of("2022-12-16-a", "2022-12-16-a-2")::contains))
                .isEqualTo("2022-12-16-a-3");
    }
}
