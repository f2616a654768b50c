package eu.mieux.preimplementation.wording;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of a feature in a language: {@code <feature>/words.properties} and one file beside it for each other language.
 * In a language for which there are none, the English ones.
 */
public final class WordBook {

    private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;

    public WordBook(String feature, Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(feature + ".words", language, NO_OTHER_LANGUAGE);
    }

    /** As it is written there. */
    public String get(String key) {
        return words.getString(key);
    }

    /** A pattern of {@link MessageFormat}, with these values in it. */
    public String get(String key, Object... values) {
        return new MessageFormat(words.getString(key), language).format(values);
    }

    /** In words, as {@code day} has it; the first of a month may have a word of its own: 1er mars. */
    public String day(LocalDate day) {
        String pattern = day.getDayOfMonth() == 1 && words.containsKey("day.first") ? "day.first" : "day";
        return DateTimeFormatter.ofPattern(words.getString(pattern), language).format(day);
    }
}
