package eu.mieux.preimplementation.notification;

import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** The words of mails in a language; in one for which there are none, the English ones. */
final class Wording {

    /** In which there are words. */
    static final Set<String> LANGUAGES = Set.of("en", "fr", "es");

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;

    Wording(String language) {
        this.language = Locale.of(LANGUAGES.contains(language) ? language : "en");
        this.words = ResourceBundle.getBundle("notification.words", this.language, NO_OTHER_LANGUAGE);
    }

    String get(String key, Object... values) {
        return new MessageFormat(words.getString(key), language).format(values);
    }

    /** What a kind is called, or the digest. */
    String kind(String scope) {
        return get("kind." + scope);
    }

    /** Those whose turn it is. */
    String turn(Turn turn) {
        return get("turn." + turn);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(words.getString("day"), language).format(day);
    }

    String language() {
        return language.getLanguage();
    }
}
