package eu.mieux.local.portfolio;

import org.jspecify.annotations.Nullable;

/** What is wrong with one cell of a file, and what would be right. */
record RowError(
        @Nullable Long line,
        @Nullable String column,
        @Nullable String value,
        String code,
        String message,
        @Nullable String remedy) {

    static final String UNKNOWN_REFERENCE = "unknown-reference";

    /** {@code activities.csv:12: status: "DONE" is not a status — use one of PLANNED, CONFIRMED}. */
    String sentence(PortfolioFile file) {
        StringBuilder sentence = new StringBuilder(file.fileName());
        if (line != null) {
            sentence.append(':').append(line);
        }
        sentence.append(": ");
        if (column != null && !column.isBlank()) {
            sentence.append(column).append(": ");
        }
        sentence.append(message);
        if (remedy != null && !remedy.isBlank()) {
            sentence.append(" — ").append(remedy);
        }
        return sentence.toString();
    }
}
