package eu.mieux.knowledge.search;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Claims;
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

    /** On rows of {@code publication p}. */
    Sight publications() {
        return caller.reach(publications).acting();
    }

    /** On rows of {@code known_deliverable d} with their {@code known_action a}. */
    Sight deliverables() {
        return caller.reach(this::deliverables).acting();
    }

    private Sight deliverables(String role, Claims hers) {
        return switch (role) {
            case "knowledge", "communications", "manager", "auditor", "client" -> Sight.everything();
            case "officer" -> Sight.among("a.region", "regions", hers);
            default -> Sight.nothing();
        };
    }
}
