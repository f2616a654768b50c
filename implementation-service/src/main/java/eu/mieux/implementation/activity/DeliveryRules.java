package eu.mieux.implementation.activity;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What must be there before an Activity is delivered: dates in the past, an attendance record and an expert or an explanation
 * (design, The domain, Implementation). Everything that is missing is said at once.
 */
final class DeliveryRules {

    private DeliveryRules() {}

    static void check(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            LocalDate today,
            boolean attendanceRecorded,
            boolean hasExpert,
            @Nullable String explanation) {
        new InvalidFields.Check()
                .that(startsOn != null, "/startsOn", "The Activity has no first day; revise its plan.")
                .that(
                        endsOn != null && endsOn.isBefore(today),
                        "/endsOn",
                        endsOn == null
                                ? "The Activity has no last day; revise its plan."
                                : "The Activity runs until %s; it is delivered when that day has passed."
                                        .formatted(endsOn))
                .that(
                        attendanceRecorded,
                        "/attendance",
                        "Nobody has recorded who attended: zero is a number, missing is not.")
                .that(
                        hasExpert || Visible.in(explanation),
                        "/explanation",
                        "No expert has accepted to be deployed to this Activity; explain why it was delivered without one.")
                .orRefuse();
    }

    /** An Activity is confirmed for certain days. */
    static void requireDates(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
        new InvalidFields.Check()
                .that(startsOn != null, "/startsOn", "A confirmed Activity has a first day.")
                .that(endsOn != null, "/endsOn", "A confirmed Activity has a last day.")
                .orRefuse();
    }
}
