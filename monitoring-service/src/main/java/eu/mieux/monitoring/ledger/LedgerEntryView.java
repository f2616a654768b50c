package eu.mieux.monitoring.ledger;

import eu.mieux.monitoring.figure.FigureValue;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A printed figure against the computed one, as clients see it. */
@Schema(name = "LedgerEntry")
record LedgerEntryView(
        String figure,

        @Schema(description = "Null for printed figures that are in no catalogue") @Nullable
        String label,

        String note,
        @Schema(description = "As printed, words included") String printed,

        @Schema(
                description = "Precision of the printed value",
                enumeration = {"integer", "one-decimal", "none"})
        String rounding,

        @Schema(description = "What this suite computes; null where it cannot") @Nullable
        BigDecimal computed,

        @Schema(description = "What a correct computation gives, as the portfolio says") @Nullable
        String expected,

        @Schema(enumeration = {"REPRODUCED", "MISPRINT", "NOT_REPRODUCIBLE"})
        String verdict,

        String verdictLabel,
        String source,

        @Schema(description = "Whether this suite computes what the portfolio says it should")
        boolean agrees,

        @Schema(description = "Percent of the records behind it that are illustrative") @Nullable
        BigDecimal illustrativeShare) {

    static LedgerEntryView of(
            PrintedFigure printed, @Nullable String label, String verdictLabel, @Nullable FigureValue computed) {
        BigDecimal value = computed == null ? null : computed.value();
        return new LedgerEntryView(
                printed.figure(),
                label,
                printed.note(),
                printed.printed(),
                printed.rounding(),
                value,
                printed.computed(),
                printed.verdict(),
                verdictLabel,
                printed.source(),
                agrees(value, printed.computed()),
                computed == null ? null : computed.illustrativeShare());
    }

    private static boolean agrees(@Nullable BigDecimal computed, @Nullable String expected) {
        if (computed == null || expected == null) {
            return computed == null && expected == null;
        }
        return computed.compareTo(new BigDecimal(expected)) == 0;
    }
}
