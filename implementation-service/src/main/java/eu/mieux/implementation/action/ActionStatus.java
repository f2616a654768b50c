package eu.mieux.implementation.action;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an Action stands (design, The domain, Implementation). The table below is all that decides what is legal. */
public enum ActionStatus {
    PREPARATION,
    ONGOING,
    ON_HOLD,
    COMPLETED,
    CANCELLED;

    private static final Map<ActionStatus, Set<ActionStatus>> NEXT = Map.of(
            PREPARATION, EnumSet.of(ONGOING, ON_HOLD, CANCELLED),
            ONGOING, EnumSet.of(ON_HOLD, COMPLETED, CANCELLED),
            ON_HOLD, EnumSet.of(PREPARATION, ONGOING, CANCELLED),
            COMPLETED, EnumSet.noneOf(ActionStatus.class),
            CANCELLED, EnumSet.noneOf(ActionStatus.class));

    boolean mayBecome(ActionStatus next) {
        return next().contains(next);
    }

    Set<ActionStatus> next() {
        return NEXT.getOrDefault(this, Set.of());
    }
}
