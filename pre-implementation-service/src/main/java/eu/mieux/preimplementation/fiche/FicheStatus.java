package eu.mieux.preimplementation.fiche;

import java.util.Map;
import java.util.Set;

/** Where an Action Fiche stands. The table below is all that decides what is legal. */
enum FicheStatus {
    DRAFT,
    ENDORSED;

    private static final Map<FicheStatus, Set<FicheStatus>> NEXT = Map.of(
            DRAFT, Set.of(DRAFT, ENDORSED),
            ENDORSED, Set.of());

    /** A draft that is revised stays a draft; an endorsed fiche stays as it is. */
    boolean mayBecome(FicheStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
