package eu.mieux.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\t\n",
                "\u00a0\u3000",
                "\u202e\u200b",
                "\ufeff\u2060\u00ad",
                "\u200d\ufe0f",
                "\u0301",
                "\u3164\u115f\uffa0",
                "\u2800",
                "\udb40\udc41"
            })
    void a_text_of_blanks_marks_and_invisible_characters_shows_nothing(String text) {
        assertThat(Visible.in(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "7", "?", "\u200b内政部", "وزارة الداخلية", "Sûreté", "e\u0301", "हिन्दी", "😀", "\u202eabc"})
    void one_character_that_is_seen_is_enough(String text) {
        assertThat(Visible.in(text)).isTrue();
    }
}
