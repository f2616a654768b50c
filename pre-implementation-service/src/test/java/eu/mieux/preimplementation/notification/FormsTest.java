package eu.mieux.preimplementation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.preimplementation.clock.FastResponseClock;
import eu.mieux.preimplementation.mailing.Letter;
import eu.mieux.preimplementation.notification.Forms.Item;
import eu.mieux.preimplementation.notification.Forms.Link;
import eu.mieux.preimplementation.notification.Forms.MailText;
import eu.mieux.preimplementation.notification.Forms.Section;
import eu.mieux.preimplementation.wording.WordBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

                        Confirm:
                        https://mieux.example/confirm

                        --\s
                        Because.

                        No more:
                        https://mieux.example/stop
                        """);
    }

    @Test
    void a_colon_stands_as_the_language_has_it() {
        MailText french = text("fr", "Objet", "Formation");
        assertThat(forms.letter("a@mieux.example", french, Map.of()).text())
                .contains("Look at the request : https://front.example/requests/2026-01")
                .contains("Confirm :\nhttps://mieux.example/confirm");
    }

    @Test
    void an_officer_is_called_the_same_in_mails_calendars_and_documents() {
        for (String language : Wording.LANGUAGES) {
            String inMails = new Wording(language).turn(FastResponseClock.Turn.OFFICER);
            for (String feature : List.of("deadline", "document")) {
                String there = new WordBook(feature, Locale.of(language)).get("side.OFFICER");
                assertThat(inMails).endsWith(there.toLowerCase(Locale.ROOT));
            }
        }
    }

    private static MailText text(String subject, String title) {
        return text("en", subject, title);
    }

    private static MailText text(String language, String subject, String title) {
        return new MailText(
                language,
                new Wording(language).get("colon"),
                "MIEUX",
                subject,
                null,
                List.of(new Section(
                        "Request 2026-01",
                        title,
                        List.of(new Item("The opinion of HOME is awaited.", "By 4 December 2026")),
                        "Look at the request",
                        "https://front.example/requests/2026-01")),
                new Link("Confirm", "", "https://mieux.example/confirm"),
                List.of(),
                "Because.",
                List.of(new Link("No more:", "No more", "https://mieux.example/stop")));
    }
}
