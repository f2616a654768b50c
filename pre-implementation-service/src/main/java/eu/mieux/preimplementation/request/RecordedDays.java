package eu.mieux.preimplementation.request;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile.Line;
import eu.mieux.chassis.bulk.RowError;
import eu.mieux.preimplementation.reference.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days that a row of {@code requests.csv} cannot mean: what is still to come, another year than the reference's (design, The domain:
 * "year of submission"), and what the holds that are written down here contradict (docs/decisions/0022).
 */
final class RecordedDays {

    private static final String CORRECT_HOLD =
            "Another day; or correct the hold first: PUT /api/v1/requests/{id}/holds/{number}.";

    private RecordedDays() {}

    /**
     * Only days that are new are judged: what was exported can always be imported.
     *
     * @param request null when the row is of one that was not known
     * @return whether the row can be kept
     */
    static boolean fit(@Nullable Request request, Line<RequestRecord> line, LocalDate today, Outcome outcome) {
        RequestRecord row = line.row();
        Optional<LocalDate> submitted = changed(row.submittedOn(), request == null ? null : request.submittedOn());
        Optional<LocalDate> decided = changed(
                row.decidedOn(), request == null ? null : request.asRecord().decidedOn());
        Judged judged = new Judged(line.number(), outcome, new ArrayList<>());
        submitted.ifPresent(day -> {
            judged.happened("submitted_on", day, today);
            judged.ofTheYear(Reference.of(row.reference()), day);
        });
        decided.ifPresent(day -> judged.happened("decided_on", day, today));
        if (request != null) {
            submitted
                    .flatMap(request.allHolds()::begunBefore)
                    .ifPresent(hold -> judged.refuse(
                            "submitted_on",
                            row.submittedOn(),
                            "It has been on hold since %s by then.".formatted(hold.since()),
                            CORRECT_HOLD));
            decided.flatMap(request.allHolds()::overAfter)
                    .ifPresent(hold -> judged.refuse(
                            "decided_on",
                            row.decidedOn(),
                            "It was on hold until %s, and nothing is after its decision.".formatted(hold.until()),
                            CORRECT_HOLD));
        }
        return judged.refused().isEmpty();
    }

    private static Optional<LocalDate> changed(@Nullable LocalDate day, @Nullable LocalDate before) {
        return Optional.ofNullable(day).filter(one -> !one.equals(before));
    }

    /** What is refused of a row. */
    private record Judged(long line, Outcome outcome, List<String> refused) {

        void happened(String column, LocalDate day, LocalDate today) {
            if (day.isAfter(today)) {
                refuse(
                        column,
                        day,
                        "%s is still to come; today is %s.".formatted(day, today),
                        "The day on which it happened, or nothing if it has not happened yet.");
            }
        }

        void ofTheYear(Reference reference, LocalDate day) {
            int year = reference.year().getValue();
            if (day.getYear() != year) {
                outcome.fault(
                        line,
                        "submitted_on",
                        day.toString(),
                        RowError.RULE_BROKEN,
                        "The reference %s is one of %d, and the day one of %d."
                                .formatted(reference, year, day.getYear()),
                        "A reference bears the year of submission: a day of %d, or a reference of %d."
                                .formatted(year, day.getYear()));
                refused.add("submitted_on");
            }
        }

        void refuse(String column, @Nullable LocalDate day, String message, String remedy) {
            outcome.fault(line, column, String.valueOf(day), RowError.IMPOSSIBLE_DATE, message, remedy);
            refused.add(column);
        }
    }
}
