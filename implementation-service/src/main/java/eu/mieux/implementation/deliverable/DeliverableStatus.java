package eu.mieux.implementation.deliverable;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a deliverable stands (design, The domain, Implementation). The table below is all that decides what is legal. */
public enum DeliverableStatus {
    DRAFTING,
    VALIDATED,
    HANDED_OVER;

    private static final Map<DeliverableStatus, Set<DeliverableStatus>> NEXT = Map.of(
            DRAFTING, EnumSet.of(VALIDATED),
            VALIDATED, EnumSet.of(HANDED_OVER),
            HANDED_OVER, EnumSet.noneOf(DeliverableStatus.class));

    boolean mayBecome(DeliverableStatus next) {
        return next().contains(next);
    }

    Set<DeliverableStatus> next() {
        return NEXT.getOrDefault(this, Set.of());
    }
}
