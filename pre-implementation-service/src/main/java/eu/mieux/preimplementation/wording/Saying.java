package eu.mieux.preimplementation.wording;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said to a reader whose language is not known yet; {@link Language} puts it in words. */
public sealed interface Saying {

    /**
     * A sentence of a feature's words.
     *
     * @param feature whose words they are
     * @param key which of them
     * @param values what it speaks of: days ({@link LocalDate}), other sayings, and texts, which are the same in every language
     */
    record Phrase(String feature, String key, List<Object> values) implements Saying {

        public static Phrase of(String feature, String key, Object... values) {
            return new Phrase(feature, key, List.of(values));
        }
    }

    /**
     * The label of a code; one that the facility does not have stands for itself.
     *
     * @param on the day as of which; null for the latest
     */
    record Label(String list, String code, @Nullable LocalDate on) implements Saying {

        public Label(String list, String code) {
            this(list, code, null);
        }
    }

    /** How a code is abbreviated in a language, as its {@code abbreviation_fr} has it; the code where that is not told. */
    record Abbreviation(String list, String code, LocalDate on) implements Saying {}

    /** What stands so in every language: the name of an act, what somebody wrote. */
    record Verbatim(String text) implements Saying {}
}
