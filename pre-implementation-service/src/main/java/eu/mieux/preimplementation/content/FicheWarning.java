package eu.mieux.preimplementation.content;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is unusual about a fiche without being wrong.
 *
 * @param pointer the part of the fiche, by JSON pointer
 * @param detail what is unusual about it
 */
@Schema(name = "FicheWarning")
public record FicheWarning(String pointer, String detail) {

    /** Six or seven Activities are normal (design, The domain, Action Fiche). */
    private static final int FEWEST = 6;

    private static final int MOST = 7;

    /** @param submittedOn of its request; null where that is not known */
    public static List<FicheWarning> of(FicheContent content, @Nullable LocalDate submittedOn) {
        List<FicheWarning> warnings = new ArrayList<>();
        int planned = content.activities().size();
        if (planned < FEWEST || planned > MOST) {
            warnings.add(new FicheWarning(
                    "/activities", "%d Activities are planned; %d or %d are normal.".formatted(planned, FEWEST, MOST)));
        }
        sequence(content.activities(), warnings);
        if (submittedOn != null) {
            early(content.activities(), submittedOn, warnings);
        }
        for (int i = 0; i < content.outcomes().size(); i++) {
            outcome(content.outcomes().get(i), "/outcomes/" + i, warnings);
        }
        incomplete(content.objectiveIndicators().stream(), "/objectiveIndicators", warnings);
        return warnings;
    }

    /** Activities are numbered in the order in which they follow each other. */
    private static void sequence(List<PlannedActivity> activities, List<FicheWarning> warnings) {
        String latest = "";
        for (PlannedActivity activity : activities.stream()
                .sorted(Comparator.comparing(PlannedActivity::number))
                .toList()) {
            String month = activity.plannedMonth();
            if (month == null) {
                continue;
            }
            if (month.compareTo(latest) < 0) {
                warnings.add(new FicheWarning(
                        "/activities/" + activities.indexOf(activity) + "/plannedMonth",
                        "Activity %d is planned for %s, before one with a lower number in %s."
                                .formatted(activity.number(), month, latest)));
            } else {
                latest = month;
            }
        }
    }

    /** What is planned comes after what was asked. */
    private static void early(List<PlannedActivity> activities, LocalDate submittedOn, List<FicheWarning> warnings) {
        String first = YearMonth.from(submittedOn).toString();
        for (int i = 0; i < activities.size(); i++) {
            String month = activities.get(i).plannedMonth();
            if (month != null && month.compareTo(first) < 0) {
                warnings.add(new FicheWarning(
                        "/activities/" + i + "/plannedMonth",
                        "Activity %d is planned for %s, before the request was submitted in %s."
                                .formatted(activities.get(i).number(), month, first)));
            }
        }
    }

    private static void outcome(Outcome outcome, String at, List<FicheWarning> warnings) {
        if (outcome.measuredBy().isEmpty()) {
            warnings.add(new FicheWarning(
                    at + "/indicators", "The outcome has no indicator: nobody could tell whether it was reached."));
        }
        incomplete(
                Stream.concat(
                        outcome.measuredBy().stream(),
                        outcome.handsOver().stream().flatMap(output -> output.measuredBy().stream())),
                at,
                warnings);
    }

    /** One warning for all of them, however many there are. */
    private static void incomplete(Stream<Indicator> indicators, String at, List<FicheWarning> warnings) {
        long incomplete =
                indicators.filter(indicator -> !indicator.canBeChecked()).count();
        if (incomplete > 0) {
            warnings.add(new FicheWarning(
                    at,
                    "%d of its indicators %s no target or no source of verification."
                            .formatted(incomplete, incomplete == 1 ? "has" : "have")));
        }
    }
}
