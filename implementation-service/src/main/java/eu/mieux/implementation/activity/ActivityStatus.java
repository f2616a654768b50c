package eu.mieux.implementation.activity;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an Activity stands (design, The domain, Implementation). The table below is all that decides what is legal. */
public enum ActivityStatus {
    PLANNED,
    CONFIRMED,
    DELIVERED,
    POSTPONED,
    CANCELLED;

    private static final Map<ActivityStatus, Set<ActivityStatus>> NEXT = Map.of(
            PLANNED, EnumSet.of(CONFIRMED, POSTPONED, CANCELLED),
            CONFIRMED, EnumSet.of(DELIVERED, POSTPONED, CANCELLED),
            POSTPONED, EnumSet.of(CONFIRMED, POSTPONED, CANCELLED),
            DELIVERED, EnumSet.noneOf(ActivityStatus.class),
            CANCELLED, EnumSet.noneOf(ActivityStatus.class));

    boolean mayBecome(ActivityStatus next) {
        return next().contains(next);
    }

    Set<ActivityStatus> next() {
        return NEXT.getOrDefault(this, Set.of());
    }

    /** Whether its plan can still be changed. */
    boolean isOpen() {
        return !next().isEmpty();
    }
}
