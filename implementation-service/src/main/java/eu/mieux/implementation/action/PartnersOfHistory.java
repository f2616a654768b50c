package eu.mieux.implementation.action;

import eu.mieux.chassis.inbox.Reaction;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Whose an Action of the history is, its request says. When an authority that asked was merged into another, whoever is of that one
 * sees the Action from then on, and hears so.
 */
@ApplicationScoped
class PartnersOfHistory implements Reaction {

    private final Conducting conducting;

    PartnersOfHistory(Conducting conducting) {
        this.conducting = conducting;
    }

    @Override
    public Set<String> reactsTo() {
        return Set.of("request");
    }

    @Override
    public void on(ReceivedEvent event) {
        if (event.type().equals("request-authority-merged")) {
            conducting.partnersOfRequestChanged(event.state().path("reference").asText());
        }
    }
}
