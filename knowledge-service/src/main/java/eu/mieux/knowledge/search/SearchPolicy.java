package eu.mieux.knowledge.search;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.knowledge.publication.PublicationPolicy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a caller may find: publications as {@link PublicationPolicy} says; of the deliverables that were handed over, editors
 * and the auditor all, project officers those of their regions, others none.
 */
@ApplicationScoped
class SearchPolicy {

    private final PublicationPolicy publications;
    private final Caller caller;

    SearchPolicy(PublicationPolicy publications, Caller caller) {
        this.publications = publications;
        this.caller = caller;
    }

    /** A condition on rows of {@code publication p}. */
    Sight publications() {
        return publications.sight();
    }

    /** A condition on rows of {@code known_deliverable d} with their {@code known_action a}. */
    Sight deliverables() {
        if (publications.seesEverything()) {
            return Sight.everything();
        }
        return caller.has("officer")
                ? Sight.overlap("array[a.region]", "region_claim", caller.claims("regions"))
                : Sight.nothing();
    }
}
