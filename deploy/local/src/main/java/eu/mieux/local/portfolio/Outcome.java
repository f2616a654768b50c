package eu.mieux.local.portfolio;

import java.util.ArrayList;
import java.util.List;

/** What became of each file, and the first complaints. */
public final class Outcome {

    private static final int TOLD = 50;

    private final List<Line> lines = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private long errors;
    private boolean broken;

    /** One line of the table at the end; numbers count rows. */
    record Line(PortfolioFile file, long rows, long created, long updated, long unchanged, long rejected) {}

    void add(Line line) {
        lines.add(line);
    }

    void complain(PortfolioFile file, RowError error) {
        complain(error.sentence(file));
    }

    void complain(String sentence) {
        errors++;
        if (complaints.size() < TOLD) {
            complaints.add(sentence);
        }
    }

    /** Worth knowing, though nothing is wrong. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    /** Nothing after this file was done. */
    void breakOff() {
        broken = true;
    }

    boolean brokenOff() {
        return broken;
    }

    public boolean clean() {
        return errors == 0 && !broken;
    }

    /** What it means that something was wrong. */
    public String consequence() {
        return broken
                ? "%s was refused and left as it is; the files before it are imported. Mend it and import the folder again."
                        .formatted(lines.getLast().file().fileName())
                : "Nothing was changed. Mend the rows above and import the folder again, or take the good rows with --keep-good.";
    }

    /** The complaints, the remarks, then the table. */
    public List<String> report() {
        List<String> report = new ArrayList<>(complaints);
        if (errors > complaints.size()) {
            report.add("… and %,d more.".formatted(errors - complaints.size()));
        }
        report.addAll(remarks);
        if (!report.isEmpty()) {
            report.add("");
        }
        report.add("%-24s %10s %10s %10s %10s %10s"
                .formatted("file", "rows", "created", "updated", "unchanged", "rejected"));
        for (Line line : lines) {
            report.add("%-24s %,10d %,10d %,10d %,10d %,10d"
                    .formatted(
                            line.file().fileName(),
                            line.rows(),
                            line.created(),
                            line.updated(),
                            line.unchanged(),
                            line.rejected()));
        }
        return report;
    }
}
