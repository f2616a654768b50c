package eu.mieux.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rows of a run, for people and for programs. */
record Table(String ground, List<Row> rows) {

    String markdown() {
        StringBuilder text =
                new StringBuilder("# What the suite costs\n\n").append(ground).append("\n\n");
        text.append("Median (least – most). The ratio is the reference's cost by the suite's: ")
                .append("100 % is as good as the reference.\n\n");
        text.append("| measure | suite | reference | ratio | aim | |\n|---|---:|---:|---:|---|---|\n");
        for (Row row : rows) {
            text.append("| %s | %s | %s: %s | %s | %s | %s |\n"
                    .formatted(
                            row.measure(),
                            words(row.measured(), row.unit()),
                            row.reference(),
                            words(row.referred(), row.unit()),
                            percent(row.ratio()),
                            aim(row).map(Row.Aim::words).orElse(""),
                            aim(row).map(aim -> aim.met() ? "met" : "**falls short**")
                                    .orElse("")));
        }
        return text.toString();
    }

    String csv() {
        String header =
                "measure,unit,median,least,most,reference,reference_median,reference_least,reference_most,ratio_median,ratio_least,ratio_most,aim,met\n";
        return rows.stream().map(Table::line).collect(Collectors.joining("\n", header, "\n"));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("latest.md"), markdown());
        Files.writeString(folder.resolve("latest.csv"), csv());
    }

    /** With three significant digits, and whole from a hundred on. */
    static String figure(double value) {
        if (Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String line(Row row) {
        return Stream.of(
                        quoted(row.measure()),
                        row.unit(),
                        plain(row.measured()),
                        quoted(row.reference()),
                        plain(row.referred()),
                        plain(row.ratio()),
                        aim(row).map(aim -> quoted(aim.words())).orElse(""),
                        aim(row).map(aim -> Boolean.toString(aim.met())).orElse(""))
                .collect(Collectors.joining(","));
    }

    private static Optional<Row.Aim> aim(Row row) {
        return Optional.ofNullable(row.aim());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String plain(Spread spread) {
        return String.format(Locale.ROOT, "%.4f,%.4f,%.4f", spread.median(), spread.least(), spread.most());
    }

    private static String words(Spread spread, String unit) {
        return "%s %s (%s – %s)"
                .formatted(figure(spread.median()), unit, figure(spread.least()), figure(spread.most()));
    }

    private static String percent(Spread ratio) {
        return "**%s %%** (%s – %s)"
                .formatted(figure(ratio.median() * 100), figure(ratio.least() * 100), figure(ratio.most() * 100));
    }
}
