package eu.mieux.expert.deployment;

import java.util.Map;
import java.util.Set;

/** Where a deployment stands (design, The domain, Expert Management Mechanism). The table below is all that decides what is legal. */
public enum DeploymentStatus {
    PROPOSED,
    INVITED,
    ACCEPTED,
    DECLINED,
    CONTRACTED,
    DEPLOYED,
    COMPLETED,
    CANCELLED;

    private static final Map<DeploymentStatus, Set<DeploymentStatus>> NEXT = Map.of(
            PROPOSED, Set.of(INVITED, CANCELLED),
            INVITED, Set.of(ACCEPTED, DECLINED, CANCELLED),
            ACCEPTED, Set.of(CONTRACTED, CANCELLED),
            DECLINED, Set.of(),
            CONTRACTED, Set.of(DEPLOYED, CANCELLED),
            DEPLOYED, Set.of(COMPLETED, CANCELLED),
            COMPLETED, Set.of(),
            CANCELLED, Set.of());

    static final Set<DeploymentStatus> AGREED = Set.of(ACCEPTED, CONTRACTED, DEPLOYED, COMPLETED);

    boolean mayBecome(DeploymentStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    Set<DeploymentStatus> next() {
        return NEXT.getOrDefault(this, Set.of());
    }

    /** Whether the expert has said yes and is not called off: such deployments count in figures (ADR 7) and leave with an export. */
    boolean isAgreed() {
        return AGREED.contains(this);
    }

    /** Whether it is still under way, so that its terms can change. */
    boolean isOpen() {
        return !next().isEmpty();
    }

    /** Whether the expert did not go after all, so that someone else can take her place. */
    boolean isVacant() {
        return this == DECLINED || this == CANCELLED;
    }
}
