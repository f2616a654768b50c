package eu.mieux.implementation.action;

import eu.mieux.chassis.bulk.Row;
import eu.mieux.implementation.action.KnownRequests.Known;
import eu.mieux.implementation.portfolio.Sifting.Contradiction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A launch that a row of {@code actions.csv} tells comes after what its request tells: an Action starts when its request was submitted
 * and approved, as one that is launched here ({@link Conducting#launch}). Of a request on hold or withdrawn it may have been approved before.
 */
final class RecordedLaunch {

    private static final Set<String> NOT_APPROVED = Set.of("SUBMITTED", "UNDER_REVIEW", "REJECTED");
    private static final Set<ActionStatus> LAUNCHED = Set.of(ActionStatus.ONGOING, ActionStatus.COMPLETED);

    private RecordedLaunch() {}

    /** @param request null when it is not known, which is said elsewhere */
    static List<Contradiction> contradictions(ActionRecord row, @Nullable Known request) {
        List<Contradiction> found = new ArrayList<>();
        if (request == null) {
            return found;
        }
        LocalDate launchedOn = row.launchedOn();
        if (NOT_APPROVED.contains(request.status()) && (launchedOn != null || LAUNCHED.contains(row.status()))) {
            found.add(new Contradiction(
                    launchedOn == null ? "status" : "launched_on",
                    launchedOn == null ? row.status().name() : launchedOn.toString(),
                    "Its request is %s, and an Action is launched after the approval.".formatted(request.status()),
                    "The request as APPROVED, in requests.csv; or an Action that was not launched."));
        } else if (launchedOn != null) {
            early(launchedOn, request.submittedOn(), "submitted", found);
            if (request.status().equals("APPROVED")) {
                early(launchedOn, request.decidedOn(), "approved", found);
            }
        }
        return found;
    }

    private static void early(LocalDate launchedOn, @Nullable LocalDate day, String what, List<Contradiction> found) {
        if (day != null && Row.precedes(launchedOn, day)) {
            found.add(new Contradiction(
                    "launched_on",
                    launchedOn.toString(),
                    "Its request was %s on %s, after that day.".formatted(what, day),
                    "A day on or after it; or the right day of the request, in requests.csv."));
        }
    }
}
