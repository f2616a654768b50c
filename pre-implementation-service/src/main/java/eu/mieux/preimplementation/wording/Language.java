package eu.mieux.preimplementation.wording;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.wording.Saying.Abbreviation;
import eu.mieux.preimplementation.wording.Saying.Label;
import eu.mieux.preimplementation.wording.Saying.Phrase;
import eu.mieux.preimplementation.wording.Saying.Verbatim;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reader's language, in which sayings become words. */
public final class Language {

    private final CodeLists codes;
    private final Locale locale;

    public Language(CodeLists codes, Locale locale) {
        this.codes = codes;
        this.locale = locale;
    }

    public String say(Saying saying) {
        return switch (saying) {
            case Phrase phrase -> say(phrase);
            case Label label ->
                find(label.list(), label.code(), label.on())
                        .map(code -> code.label(locale))
                        .orElse(label.code());
            case Abbreviation shortly ->
                find(shortly.list(), shortly.code(), shortly.on())
                        .flatMap(code -> code.attribute("abbreviation_" + locale.getLanguage()))
                        .orElse(shortly.code());
            case Verbatim verbatim -> verbatim.text();
        };
    }

    /** On that day, or else its latest. */
    private Optional<Code> find(String list, String code, @Nullable LocalDate on) {
        Optional<Code> then = on == null ? Optional.empty() : codes.list(list).find(code, on);
        return then.or(() -> codes.list(list).find(code));
    }

    private String say(Phrase phrase) {
        WordBook words = new WordBook(phrase.feature(), locale);
        return words.get(
                phrase.key(),
                phrase.values().stream().map(value -> worded(value, words)).toArray());
    }

    private Object worded(Object value, WordBook words) {
        return switch (value) {
            case Saying saying -> say(saying);
            case LocalDate day -> words.day(day);
            default -> value;
        };
    }

    public Locale locale() {
        return locale;
    }
}
