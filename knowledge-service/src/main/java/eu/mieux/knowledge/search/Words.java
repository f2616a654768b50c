package eu.mieux.knowledge.search;

import eu.mieux.chassis.problem.InvalidFields;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a question: runs of letters and digits, so that nothing in it can be taken for an operator. */
record Words(List<String> words) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*");
    private static final int LONGEST = 200;
    private static final int MOST = 16;

    static Words of(@Nullable String question) {
        if (question == null || question.isBlank()) {
            return new Words(List.of());
        }
        List<String> words = WORD.matcher(Normalizer.normalize(question, Normalizer.Form.NFC))
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        new InvalidFields.Check()
                .that(question.length() <= LONGEST, "q", "Ask with at most %d characters.".formatted(LONGEST))
                .that(!words.isEmpty(), "q", "There is no word in this; ask with letters or digits.")
                .that(words.size() <= MOST, "q", "Ask with at most %d words.".formatted(MOST))
                .orRefuse();
        return new Words(words);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String[] array() {
        return words.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
