package eu.mieux.knowledge.publication;

import java.util.Map;
import java.util.Set;

/** Where a publication stands in its editorial workflow. The table below is all that decides what is legal. */
public enum PublicationStatus {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    WITHDRAWN;

    private static final Map<PublicationStatus, Set<PublicationStatus>> NEXT = Map.of(
            DRAFT, Set.of(IN_REVIEW, WITHDRAWN),
            IN_REVIEW, Set.of(DRAFT, PUBLISHED, WITHDRAWN),
            PUBLISHED, Set.of(WITHDRAWN),
            WITHDRAWN, Set.of(DRAFT));

    boolean mayBecome(PublicationStatus next) {
        return next().contains(next);
    }

    Set<PublicationStatus> next() {
        return NEXT.getOrDefault(this, Set.of());
    }
}
