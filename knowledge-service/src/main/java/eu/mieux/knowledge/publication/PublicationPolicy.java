package eu.mieux.knowledge.publication;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Who may see which publications (design, The domain, People and what they may do): what is published is everybody's, the
 * rest is the editors' and the auditor's. Who may change them is said by the roles on {@link PublicationResource}.
 */
@ApplicationScoped
public class PublicationPolicy implements Policy {

    /** And those who read over their shoulder. */
    private static final Set<String> EDITORS = Set.of("knowledge", "communications", "manager", "auditor", "client");

    private final Caller caller;

    PublicationPolicy(Caller caller) {
        this.caller = caller;
    }

    /** On rows of {@code publication p}. */
    @Override
    public Sight opens(String role, Claims hers) {
        return EDITORS.contains(role) ? Sight.everything() : Sight.nothing();
    }

    @Override
    public Sight opensToAll() {
        return Sight.where("p.status = 'PUBLISHED'");
    }

    /** Whether the caller is shown who confirmed what before it was published. Editors see every publication. */
    boolean showsConfirmations() {
        return EDITORS.stream().anyMatch(caller::has);
    }

    /** Who may read a record may hear that it changed; that it is no longer published, whoever could read it. */
    @Produces
    @Singleton
    Hearing hearing() {
        return new Hearing("publication", "publication p", "p.id", "'/api/v1/publications/' || p.id", this, EDITORS)
                .withFarewells(Set.of("publication-withdrawn"));
    }
}
