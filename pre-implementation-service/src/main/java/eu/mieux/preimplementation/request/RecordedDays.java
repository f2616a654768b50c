package eu.mieux.preimplementation.request;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile.Line;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.bulk.RowError;
import eu.mieux.preimplementation.clock.Hold;
import eu.mieux.preimplementation.reference.Reference;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days that a row of {@code requests.csv} cannot mean: what is still to come, another year than the reference's (design, The domain:
 * "year of submission"), and what the holds that are written down here contradict (docs/decisions/0022).
 */
final class RecordedDays {

    private RecordedDays() {}

    /** By the row alone. */
    static void check(
            Row row,
            String reference,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate decidedOn,
            LocalDate today) {
        row.happened("submitted_on", submittedOn, today);
        row.happened("decided_on", decidedOn, today);
        row.ordered("submitted_on", "decided_on", submittedOn, decidedOn);
        if (submittedOn != null && Reference.FORM.matcher(reference).matches()) {
            int year = Reference.of(reference).year().getValue();
            if (submittedOn.getYear() != year) {
                row.reject(
                        "submitted_on",
                        RowError.RULE_BROKEN,
                        "The reference %s is one of %d, and the day one of %d."
                                .formatted(reference, year, submittedOn.getYear()),
                        "A reference bears the year of submission: a day of %d, or a reference of %d."
                                .formatted(year, submittedOn.getYear()));
            }
        }
    }

    /**
     * By what is known of the request; days that stay as they were are not judged again.
     *
     * @return whether the row can be kept
     */
    static boolean fit(Request request, Line<RequestRecord> line, Outcome outcome) {
        RequestRecord row = line.row();
        boolean submittedInTime = moved(row.submittedOn(), request.submittedOn())
                .flatMap(day -> request.allHolds().begunBefore(day))
                .map(hold -> refuse(
                        line.number(),
                        "submitted_on",
                        Objects.requireNonNull(row.submittedOn()),
                        "It has been on hold since %s by then.".formatted(hold.since()),
                        outcome))
                .isEmpty();
        boolean decidedInTime = moved(row.decidedOn(), request.asRecord().decidedOn())
                .flatMap(day -> request.allHolds().overAfter(day))
                .map(Hold::until)
                .map(until -> refuse(
                        line.number(),
                        "decided_on",
                        Objects.requireNonNull(row.decidedOn()),
                        "It was on hold until %s, and nothing is after its decision.".formatted(until),
                        outcome))
                .isEmpty();
        return submittedInTime && decidedInTime;
    }

    private static Optional<LocalDate> moved(@Nullable LocalDate day, @Nullable LocalDate before) {
        return Optional.ofNullable(day).filter(one -> !one.equals(before));
    }

    private static boolean refuse(long line, String column, LocalDate day, String message, Outcome outcome) {
        outcome.fault(
                line,
                column,
                day.toString(),
                RowError.IMPOSSIBLE_DATE,
                message,
                "Another day; or correct the hold first: PUT /api/v1/requests/{id}/holds/{number}.");
        return false;
    }
}
