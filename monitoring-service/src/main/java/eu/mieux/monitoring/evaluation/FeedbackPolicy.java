package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;

/**
 * Who may give feedback as whom: partners for the authority that asked, experts for themselves where they were deployed, and
 * staff who type in the sheets that were collected on the spot. What is out of a caller's sight is absent.
 */
@ApplicationScoped
class FeedbackPolicy {

    private final Caller caller;
    private final KnownActivities activities;

    FeedbackPolicy(Caller caller, KnownActivities activities) {
        this.caller = caller;
        this.activities = activities;
    }

    /**
     * Refuses unless the caller may answer as that audience on that subject.
     *
     * @return whether she answers for herself, and therefore once; staff type in the sheets of many
     */
    boolean answersForOneself(String audience, Tally.Subject subject, KnownActivities.Known known) {
        if (caller.hasAny("manager", "monitoring")) {
            return false;
        }
        if (caller.has("officer") && caller.claims("regions").contains(String.valueOf(known.region()))) {
            return false;
        }
        boolean partnerInSight =
                caller.has("partner") && !Collections.disjoint(caller.claims("authority"), known.authorityKeys());
        boolean expertInSight = caller.has("expert")
                && caller.claim("expert")
                        .filter(key -> activities.deployed(key, subject))
                        .isPresent();
        if (!partnerInSight && !expertInSight) {
            throw new NotFound("Action or Activity", subject);
        }
        boolean itsOwn =
                (partnerInSight && audience.equals("AUTHORITY")) || (expertInSight && audience.equals("EXPERT"));
        if (!itsOwn) {
            throw new FeedbackRefusals.NotYourAudience(audience);
        }
        return true;
    }

    /**
     * In whose name somebody gives feedback who gives it once: a partner in its authority's, whichever of its focal points it is; an
     * expert in her own. Prefixed, for a subject may read like an authority's key.
     *
     * @return the name, and others under which the same authority may have given it: those that were merged into it
     */
    List<String> givenBy(String audience) {
        return audience.equals("AUTHORITY")
                ? caller.claims("authority").stream()
                        .map(key -> "authority:" + key)
                        .toList()
                : List.of("subject:" + caller.subject());
    }
}
