package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.preimplementation.content.Merging;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an Action Fiche says no to, each by its name. */
final class FicheRefusals {

    private FicheRefusals() {}

    static final class FicheExists extends Refusal {
        FicheExists(String reference) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Request %s has its Action Fiche already: change it at /api/v1/action-fiches/%s."
                            .formatted(reference, reference));
        }
    }

    static final class FicheEndorsed extends Refusal {
        FicheEndorsed(String reference) {
            super(
                    Kind.ILLEGAL_STEP,
                    "The Action Fiche of %s is endorsed by all sides and can no longer be changed."
                            .formatted(reference));
        }
    }

    static final class NewerFicheVersion extends Refusal {
        NewerFicheVersion(String reference, int given, int current) {
            super(
                    Kind.STALE,
                    "You endorse version %d, but the Action Fiche of %s is now at version %d: read it, then endorse that."
                            .formatted(given, reference, current));
        }
    }

    /** Two people changed the same sections: both texts are in the answer, and nothing is saved. */
    static final class SameSectionChanged extends Refusal {
        private final transient Map<String, Object> conflict;

        SameSectionChanged(ActionFiche fiche, int base, List<Merging.Conflict> conflicts) {
            super(
                    Kind.STALE,
                    "Since version %d, which you changed, others have changed the same of the Action Fiche of %s: %s. Bring both texts together, then save the whole with \"%d\" as If-Match."
                            .formatted(
                                    base,
                                    fiche.requestReference(),
                                    conflicts.stream()
                                            .map(each -> each.section().name())
                                            .collect(Collectors.joining(", ")),
                                    fiche.version()));
            conflict = Map.of(
                    "baseVersion",
                    base,
                    "currentVersion",
                    fiche.contentVersion(),
                    "currentEtag",
                    "\"%d\"".formatted(fiche.version()),
                    "conflicts",
                    conflicts);
        }

        @Override
        public Map<String, Object> extensions() {
            return conflict;
        }
    }

    static final class NotYourSide extends Refusal {
        NotYourSide(String reference, Side side) {
            super(Kind.FORBIDDEN, "Your token does not let you speak for %s on %s.".formatted(side, reference));
        }
    }

    static final class ConflictOfInterest extends Refusal {
        ConflictOfInterest(String reference, String institution) {
            super(
                    Kind.FORBIDDEN,
                    "%s has stepped back from request %s for a conflict of interest; its Action Fiche is left to the others, who write, discuss and endorse it."
                            .formatted(institution, reference));
        }
    }

    static final class NotYourFiche extends Refusal {
        NotYourFiche(String reference) {
            super(
                    Kind.FORBIDDEN,
                    "Your token lets you read the Action Fiche of %s, not write it.".formatted(reference));
        }
    }
}
