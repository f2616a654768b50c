package eu.mieux.knowledge.key;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Keys of the history's form for what is recorded in the suite itself: a day and words ({@code 2022-12-16-mexico-iv-completed}). */
public final class DatedKey {

    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern LOOSE_END = Pattern.compile("-$");
    private static final int LONGEST = 64;

    private DatedKey() {}

    /** The key, numbered from 2 where it is taken. */
    public static String free(LocalDate day, String words, Predicate<String> taken) {
        String plain =
                ACCENT.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
        String slug =
                NOT_WORD.matcher(day + " " + plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        String key = LOOSE_END
                .matcher(slug.substring(0, Math.min(slug.length(), LONGEST)))
                .replaceAll("");
        String candidate = key;
        for (int i = 2; taken.test(candidate); i++) {
            candidate = key + "-" + i;
        }
        return candidate;
    }
}
