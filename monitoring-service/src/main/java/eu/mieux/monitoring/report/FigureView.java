package eu.mieux.monitoring.report;

import eu.mieux.monitoring.figure.Figure;
import eu.mieux.monitoring.figure.FigureText;
import eu.mieux.monitoring.figure.FigureValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure as clients see it. */
@Schema(name = "Figure")
record FigureView(
        @Schema(examples = "activities.total") String id,
        String label,
        String definition,

        @Schema(description = "What the value counts; percent for shares and growths", examples = "activities")
        String unit,

        @Schema(enumeration = {"integer", "one-decimal", "none"})
        String rounding,

        @Schema(description = "As shown; null where it is undefined or nobody stated it") @Nullable
        BigDecimal value,

        @Schema(description = "What it was computed from, exact; distances to the metre") @Nullable
        BigDecimal numerator,

        @Schema(description = "What that was divided by or, for growths, compared with") @Nullable
        BigDecimal denominator,

        @Schema(description = "The value of the year before") @Nullable
        BigDecimal previous,

        @Schema(description = "Percent change against the year before, one decimal; null where that was not above zero")
        @Nullable
        BigDecimal change,

        @Schema(
                description =
                        "Percent of the records behind it that are illustrative: made up to complete a published total. Null where there are no records")
        @Nullable
        BigDecimal illustrativeShare,

        @Schema(
                description =
                        "For a published figure of which anything printed would be different today: what all of it would be")
        @Nullable
        Restated restated) {

    /** What a published figure would be, as known today. */
    @Schema(name = "RestatedFigure")
    record Restated(
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,

            @Schema(description = "The value of the year before") @Nullable
            BigDecimal previous,

            @Schema(description = "Percent change against the year before") @Nullable
            BigDecimal change,

            @Nullable BigDecimal illustrativeShare) {

        static Restated of(Figure figure, FigureValue today) {
            return new Restated(
                    today.value(),
                    figure.told(today.numerator()),
                    figure.told(today.denominator()),
                    today.previous(),
                    today.change(),
                    today.illustrativeShare());
        }
    }

    static FigureView of(
            Figure figure, FigureValue value, @Nullable FigureValue today, FigureText text, Locale language) {
        return new FigureView(
                figure.id(),
                text.label(figure, language),
                text.definition(figure, language),
                figure.unit(),
                figure.rounding().code(),
                value.value(),
                figure.told(value.numerator()),
                figure.told(value.denominator()),
                value.previous(),
                value.change(),
                value.illustrativeShare(),
                today == null ? null : Restated.of(figure, today));
    }
}
