package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.time.Time;
import eu.mieux.preimplementation.request.Approvals;
import eu.mieux.preimplementation.request.Approvals.Approval;
import eu.mieux.preimplementation.signature.Signature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The consent of the three sides. The last one hands the Action over to implementation, by event. */
@ApplicationScoped
class Endorsing {

    private final ActionFiches fiches;
    private final Approvals approvals;
    private final FichePolicy policy;
    private final EventLog events;
    private final Caller caller;
    private final Clock clock;

    Endorsing(
            ActionFiches fiches, Approvals approvals, FichePolicy policy, EventLog events, Caller caller, Clock clock) {
        this.fiches = fiches;
        this.approvals = approvals;
        this.policy = policy;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /** Endorses the version that the command names, or the current one. */
    @Transactional
    ActionFiche endorse(String id, @Nullable String ifMatch, FicheCommands.Endorse command) {
        ActionFiche fiche = fiches.getForChange(id);
        ETags.honour(ifMatch, fiche);
        Approval approval = approvals.getToEndorse(fiche.requestId().toString());
        Side side = policy.side(command.side(), approval);
        policy.requireDisinterested(side, approval);
        Integer named = command.contentVersion();
        int contentVersion = named == null ? fiche.contentVersion() : named;
        fiche.endorse(Endorsement.of(contentVersion, side, Signature.of(caller), Time.now(clock)))
                .ifPresent(event -> events.append(fiche, event));
        return fiche;
    }
}
