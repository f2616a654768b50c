package eu.mieux.preimplementation.notification;

import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import eu.mieux.preimplementation.wording.WordBook;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/** The words of mails in a language; in one for which there are none, the English ones. */
final class Wording {

    /** In which there are words. */
    static final Set<String> LANGUAGES = Set.of("en", "fr", "es");

    private final Locale language;
    private final WordBook words;

    Wording(String language) {
        this.language = Locale.of(LANGUAGES.contains(language) ? language : "en");
        this.words = new WordBook("notification", this.language);
    }

    String get(String key, Object... values) {
        return words.get(key, values);
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
        return words.day(day);
    }

    String language() {
        return language.getLanguage();
    }
}
