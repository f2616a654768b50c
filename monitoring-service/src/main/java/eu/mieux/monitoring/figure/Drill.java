package eu.mieux.monitoring.figure;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to find the records behind a figure.
 *
 * @param statement the statement of {@code figures/records} that lists them
 * @param span the days that the records are taken from
 * @param dimension what the statement narrows them by, if anything
 * @param codes the values of the dimension that count
 * @param contribution what each adds to the figure
 */
record Drill(String statement, Span span, @Nullable String dimension, List<String> codes, Contribution contribution) {

    /** Days of a report's year. */
    enum Span {
        YEAR,
        YEAR_AND_THE_ONE_BEFORE,
        UP_TO_ITS_END;

        LocalDate firstDay(int year) {
            return switch (this) {
                case YEAR -> Year.of(year).atDay(1);
                case YEAR_AND_THE_ONE_BEFORE -> Year.of(year - 1).atDay(1);
                case UP_TO_ITS_END -> LocalDate.MIN;
            };
        }
    }

    static Drill each(String statement) {
        return new Drill(statement, Span.YEAR, null, List.of(), Contribution.each());
    }

    Drill over(Span other) {
        return new Drill(statement, other, dimension, codes, contribution);
    }

    Drill where(@Nullable String narrowedBy, List<String> values) {
        return new Drill(statement, span, narrowedBy, values, contribution);
    }

    Drill adding(Contribution other) {
        return new Drill(statement, span, dimension, codes, other);
    }

    /** What the records are called in the API. */
    String kind() {
        return switch (statement) {
            case "activities", "actions", "beneficiaries", "deliverables" -> "actions";
            case "answers" -> "evaluations";
            case "channels" -> "channel-statistics";
            case "experts-deployed", "experts-engaged" -> "deployments";
            case "media" -> "media-mentions";
            case "offsets" -> "carbon-offsets";
            case "responses" -> "requests";
            case "roster" -> "experts";
            case "travel" -> "travel-legs";
            default -> statement;
        };
    }

    String resource() {
        return "figures/records/" + statement + ".sql";
    }
}
