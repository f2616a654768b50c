package eu.mieux.preimplementation.request;

import java.util.Map;
import java.util.Set;

/** Where a request stands (design, The domain, Pre-implementation). The table below is all that decides what is legal. */
public enum RequestStatus {
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    ON_HOLD,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    private static final Map<RequestStatus, Set<RequestStatus>> NEXT = Map.of(
            DRAFT, Set.of(SUBMITTED, WITHDRAWN),
            SUBMITTED, Set.of(UNDER_REVIEW, ON_HOLD, WITHDRAWN),
            UNDER_REVIEW, Set.of(APPROVED, REJECTED, ON_HOLD, WITHDRAWN),
            ON_HOLD, Set.of(SUBMITTED, UNDER_REVIEW, WITHDRAWN),
            APPROVED, Set.of(),
            REJECTED, Set.of(),
            WITHDRAWN, Set.of());

    boolean mayBecome(RequestStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether its clock runs, or would if nobody had launched it yet. */
    boolean isUnderWay() {
        return this == SUBMITTED || this == UNDER_REVIEW || this == APPROVED;
    }

    Set<RequestStatus> next() {
        return NEXT.getOrDefault(this, Set.of());
    }
}
