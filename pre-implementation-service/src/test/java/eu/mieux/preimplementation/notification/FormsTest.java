package eu.mieux.preimplementation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.preimplementation.mailing.Letter;
import eu.mieux.preimplementation.notification.Forms.Item;
import eu.mieux.preimplementation.notification.Forms.Link;
import eu.mieux.preimplementation.notification.Forms.MailText;
import eu.mieux.preimplementation.notification.Forms.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What mails look like. */
class FormsTest {

    private static final String WICKED = "<b>Bold</b>\r\nBcc: all@mieux.example";

    private final Forms forms = new Forms();

    @Test
    void every_word_is_there_in_three_languages() {
        Set<String> english = ResourceBundle.getBundle("notification.words", java.util.Locale.ROOT)
                .keySet();
        for (String language : Wording.LANGUAGES) {
            Wording words = new Wording(language);
            assertThat(words.language()).isEqualTo(language);
            for (String key : english) {
                if (!key.equals("day")) {
                    assertThat(words.get(key, 1, "2"))
                            .as("%s in %s", key, language)
                            .isNotBlank();
                }
            }
        }
        assertThat(new Wording("es").day(LocalDate.of(2026, 12, 4))).isEqualTo("4 de diciembre de 2026");
        assertThat(new Wording("fr").get("digest.subject", 1)).isEqualTo("Ce qui vous attend : 1 point");
        assertThat(new Wording("fr").get("digest.subject", 3)).isEqualTo("Ce qui vous attend : 3 points");
        assertThat(new Wording("de").language()).isEqualTo("en");
    }

    @Test
    void what_people_wrote_is_text_in_html_and_one_line_in_a_subject() {
        Letter letter = forms.letter("a@mieux.example", text(WICKED, WICKED), Map.of());
        assertThat(letter.subject()).isEqualTo("<b>Bold</b> Bcc: all@mieux.example");
        assertThat(letter.html()).contains("&lt;b&gt;Bold&lt;/b&gt;").doesNotContain("<b>Bold");
        assertThat(letter.text()).contains("<b>Bold</b>");
    }

    @Test
    void the_text_reads_as_people_write() {
        assertThat(forms.letter("a@mieux.example", text("A subject", "Training of border guards"), Map.of())
                        .text())
                .isEqualTo("""
                        Request 2026-01
                        Training of border guards

                        - The opinion of HOME is awaited. By 4 December 2026.

                        Look at the request: https://front.example/requests/2026-01

                        --\s
                        Because.

                        No more:
                        https://mieux.example/stop
                        """);
    }

    private static MailText text(String subject, String title) {
        return new MailText(
                "en",
                "MIEUX",
                subject,
                null,
                List.of(new Section(
                        "Request 2026-01",
                        title,
                        List.of(new Item("The opinion of HOME is awaited.", "By 4 December 2026")),
                        "Look at the request",
                        "https://front.example/requests/2026-01")),
                null,
                List.of(),
                "Because.",
                List.of(new Link("No more:", "No more", "https://mieux.example/stop")));
    }
}
