package eu.mieux.preimplementation.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import eu.mieux.preimplementation.difference.Change.Fate;
import eu.mieux.preimplementation.difference.Change.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Two texts in one: line by line, and within lines that differ word by word. */
final class TextDifference {

    private static final Pattern LINE = Pattern.compile("[^\\n]*\\n|[^\\n]+");

    /** Written without blanks between words; there the letters with their marks are told, which no dictionary is needed for. */
    private static final String UNSPACED =
            "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\p{IsTibetan}";

    /** With the blanks behind it, so that a sentence is half as many pieces. */
    private static final Pattern WORD =
            Pattern.compile("[%1$s]\\p{M}*\\s*|[\\S&&[^%1$s]]+\\s*|\\s+".formatted(UNSPACED));

    /**
     * On either side. The time grows with the square of what differs, and this takes a fraction of a second; longer ones, which
     * are lists of single letters rather than texts, are told as one replaced by the other.
     */
    private static final int MOST_COMPARED = 5_000;

    private final List<Piece> pieces = new ArrayList<>();

    private TextDifference() {}

    static List<Piece> of(String before, String after) {
        TextDifference difference = new TextDifference();
        difference.lines(tokens(LINE, before), tokens(LINE, after));
        return List.copyOf(difference.pieces);
    }

    /** Whether more than one word could differ. */
    static boolean isOfSeveralWords(String text) {
        return WORD.matcher(text).results().limit(2).count() > 1;
    }

    private void lines(List<String> before, List<String> after) {
        for (Run run : runs(before, after)) {
            if (run.kept()) {
                add(Fate.KEPT, run.was());
            } else {
                runs(tokens(WORD, run.was()), tokens(WORD, run.is())).forEach(this::words);
            }
        }
    }

    private void words(Run run) {
        if (run.kept()) {
            add(Fate.KEPT, run.was());
        } else {
            add(Fate.REMOVED, run.was());
            add(Fate.ADDED, run.is());
        }
    }

    /** What is kept, or what stands between two such. */
    private record Run(boolean kept, String was, String is) {}

    /** The algorithm tells what was added apart from what was removed at the same place, in either order. */
    private static List<Run> runs(List<String> before, List<String> after) {
        List<Run> runs = new ArrayList<>();
        int start = alike(before, after);
        int end = alike(
                before.subList(start, before.size()).reversed(),
                after.subList(start, after.size()).reversed());
        keep(before.subList(0, start), runs);
        between(before.subList(start, before.size() - end), after.subList(start, after.size() - end), runs);
        keep(before.subList(before.size() - end, before.size()), runs);
        return runs;
    }

    /** How many are the same from the first one on. */
    private static int alike(List<String> before, List<String> after) {
        int most = Math.min(before.size(), after.size());
        int same = 0;
        while (same < most && before.get(same).equals(after.get(same))) {
            same++;
        }
        return same;
    }

    private static void keep(List<String> tokens, List<Run> runs) {
        if (!tokens.isEmpty()) {
            String text = String.join("", tokens);
            runs.add(new Run(true, text, text));
        }
    }

    private static void between(List<String> before, List<String> after, List<Run> runs) {
        for (AbstractDelta<String> delta : compare(before, after)) {
            boolean kept = delta.getType() == DeltaType.EQUAL;
            String was = String.join("", delta.getSource().getLines());
            String is = String.join("", delta.getTarget().getLines());
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && !last.kept() && !kept) {
                runs.set(runs.size() - 1, new Run(false, last.was() + was, last.is() + is));
            } else {
                runs.add(new Run(kept, was, is));
            }
        }
    }

    private static List<AbstractDelta<String>> compare(List<String> before, List<String> after) {
        return before.size() > MOST_COMPARED || after.size() > MOST_COMPARED
                ? DiffUtils.diff(List.of(String.join("", before)), List.of(String.join("", after)), true)
                        .getDeltas()
                : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null, true)
                        .getDeltas();
    }

    private void add(Fate fate, String text) {
        if (text.isEmpty()) {
            return;
        }
        Piece last = pieces.isEmpty() ? null : pieces.getLast();
        if (last != null && last.fate() == fate) {
            pieces.set(pieces.size() - 1, new Piece(fate, last.text() + text));
        } else {
            pieces.add(new Piece(fate, text));
        }
    }

    private static List<String> tokens(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
