package eu.mieux.implementation.action;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile.Line;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.implementation.action.KnownRequests.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Launches that a row of {@code actions.csv} tells, and that do not go together with what its request tells: an Action starts when its
 * request was submitted and approved. The portfolio format demands nothing of the kind, and history may have been otherwise: what is
 * doubtful is taken as it stands, and told. Of a request on hold or withdrawn it may have been approved before.
 */
final class RecordedLaunch {

    private static final Set<String> NOT_APPROVED = Set.of("SUBMITTED", "UNDER_REVIEW", "REJECTED");
    private static final Set<ActionStatus> LAUNCHED = Set.of(ActionStatus.ONGOING, ActionStatus.COMPLETED);

    /** So many are told; somebody who looks after them comes upon the others. */
    private static final int TOLD = 10;

    private RecordedLaunch() {}

    /** @param requests as far as they are known, by reference */
    static void tellDoubts(List<Line<ActionRecord>> lines, Map<String, Known> requests, Outcome outcome) {
        lines.stream()
                .flatMap(
                        line -> doubt(line.row(), requests.get(line.row().code()))
                                .map("Line %d: ".formatted(line.number())::concat)
                                .stream())
                .limit(TOLD)
                .forEach(outcome::remark);
    }

    private static Optional<String> doubt(ActionRecord row, @Nullable Known request) {
        if (request == null) {
            return Optional.empty();
        }
        LocalDate launchedOn = row.launchedOn();
        if (NOT_APPROVED.contains(request.status())) {
            return launchedOn != null || LAUNCHED.contains(row.status())
                    ? Optional.of("%s was launched, and its request is %s.".formatted(row.code(), request.status()))
                    : Optional.empty();
        }
        return early(row, request.submittedOn(), "submitted")
                .or(() -> early(row, request.status().equals("APPROVED") ? request.decidedOn() : null, "approved"));
    }

    private static Optional<String> early(ActionRecord row, @Nullable LocalDate day, String what) {
        LocalDate launchedOn = row.launchedOn();
        return launchedOn != null && day != null && Row.precedes(launchedOn, day)
                ? Optional.of("%s was launched on %s, before its request was %s, on %s."
                        .formatted(row.code(), launchedOn, what, day))
                : Optional.empty();
    }
}
