package eu.mieux.monitoring.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation counts: the answers with one score to one question about one Activity (or a whole Action) on one day.
 *
 * @param actionCode code of the Action
 * @param activityNumber number of the Activity within it; null for the whole Action
 * @param audience who was asked
 * @param question what was asked
 * @param score from 1 to 5, 5 being excellent
 * @param collectedOn the day of the answers; null where a portfolio does not know
 */
record Tally(
        String actionCode,
        @Nullable Integer activityNumber,
        String audience,
        String question,
        int score,
        @Nullable LocalDate collectedOn) {

    static final int LOWEST = 1;
    static final int HIGHEST = 5;

    /** The Activity it is about, or the whole Action. */
    Subject subject() {
        return new Subject(actionCode, activityNumber);
    }

    /** What was evaluated: an Activity, or without a number a whole Action. */
    record Subject(String actionCode, @Nullable Integer activityNumber) {

        /** As people write it: {@code 2017-03/2}. */
        @Override
        public String toString() {
            return activityNumber == null ? actionCode : actionCode + "/" + activityNumber;
        }
    }
}
