package eu.mieux.knowledge.publication;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may see which publications (design, The domain, People and what they may do): what is published is everybody's, the
 * rest is the editors' and the auditor's. Who may change them is said by the roles on {@link PublicationResource}.
 */
@ApplicationScoped
public class PublicationPolicy {

    private final Caller caller;

    PublicationPolicy(Caller caller) {
        this.caller = caller;
    }

    /** A condition on rows of {@code publication p}. */
    public Sight sight() {
        return seesEverything() ? Sight.everything() : Sight.where("p.status = 'PUBLISHED'");
    }

    public boolean seesEverything() {
        return caller.hasAny("knowledge", "communications", "manager", "auditor");
    }
}
