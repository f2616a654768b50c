package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.clock.FastResponseClock;
import eu.mieux.preimplementation.wording.Saying;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to happen before a request goes on.
 *
 * @param what its kind, for programs
 * @param turn whose turn it is
 * @param who who exactly: institutions, sides of the fiche; empty where the turn says all
 * @param until by when; null where no day is set
 * @param detail what it is, and what to do
 */
record Blocker(
        What what,
        FastResponseClock.Turn turn,
        List<String> who,
        @Nullable LocalDate until,
        Saying detail) {

    /** The kinds of what is waited for. */
    @Schema(name = "BlockerKind")
    enum What {
        INCOMPLETE,
        NOT_SUBMITTED,
        NOT_ELIGIBLE,
        ON_HOLD,
        REVIEW_NOT_STARTED,
        MEETING_TO_PLAN,
        OPINION_AWAITED,
        UNFAVOURABLE_OPINION,
        DECISION_DUE,
        FICHE_MISSING,
        FICHE_NOT_ENDORSED,
        CONDITION_OPEN,
        NOT_LAUNCHED
    }
}
