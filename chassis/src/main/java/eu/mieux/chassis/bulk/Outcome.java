package eu.mieux.chassis.bulk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the rows of an import so far. */
public final class Outcome {

    private final String file;
    private final List<RowError> errors = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long rows;
    private long created;
    private long updated;
    private long unchanged;
    private long rejected;
    private long errorCount;
    private boolean unreadable;

    Outcome(String file) {
        this.file = file + ".csv";
    }

    public void created() {
        created++;
    }

    public void updated() {
        updated++;
    }

    public void unchanged() {
        unchanged++;
    }

    /** A row that cannot be kept; say it once for each of its faults' columns, and {@link #rejected()} once. */
    public void fault(
            long line, @Nullable String column, @Nullable String value, String code, String message, String remedy) {
        fault(new RowError(file, line, column, RowError.cut(value), code, message, remedy));
    }

    /** What whoever imports should know though nothing is wrong with the rows; a sentence, said with what came of the import. */
    public void remark(String sentence) {
        remarks.add(sentence);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    public void rejected() {
        rejected++;
    }

    /** A row that refers to something that is not there. */
    public void unknownReference(long line, String column, String value, String what) {
        fault(
                line,
                column,
                value,
                RowError.UNKNOWN_REFERENCE,
                "There is no %s \"%s\".".formatted(what, value),
                "The key of %s that is there, or comes in a file imported before this one."
                        .formatted(withArticle(what)));
    }

    private static String withArticle(String what) {
        return ("AEIOUaeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what;
    }

    /** A fault that hides what follows, or all of the file. */
    void unreadable(RowError error) {
        fault(error);
        unreadable = true;
    }

    /** Whether the file could not be read to its end. */
    boolean isUnreadable() {
        return unreadable;
    }

    void fault(RowError error) {
        errors.add(error);
        errorCount++;
    }

    void read() {
        rows++;
    }

    List<RowError> takeErrors() {
        List<RowError> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    long rows() {
        return rows;
    }

    long createdCount() {
        return created;
    }

    long updatedCount() {
        return updated;
    }

    long unchangedCount() {
        return unchanged;
    }

    long rejectedCount() {
        return rejected;
    }

    long errorCount() {
        return errorCount;
    }
}
