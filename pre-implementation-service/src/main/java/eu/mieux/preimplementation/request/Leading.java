package eu.mieux.preimplementation.request;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Of several authorities that ask jointly the first leads: all of them draft, and the lead hands the request in or takes it back. The
 * secretariat may do so for it.
 */
@ApplicationScoped
class Leading {

    private final Caller caller;

    Leading(Caller caller) {
        this.caller = caller;
    }

    /** To hand it in, or to take it back. */
    void requireLead(Request request) {
        if (!leads(request)) {
            throw new RequestRefusals.NotTheLead(
                    request.name(), request.authorityKeys().getFirst());
        }
    }

    /** Nobody but the lead hands the lead over. */
    void requireLeadFor(Request request, Draft next) {
        List<String> now = request.authorityKeys();
        boolean stays = !now.isEmpty()
                && !next.authorities().isEmpty()
                && now.getFirst().equals(next.authorities().getFirst());
        if (!stays && !leads(request)) {
            throw new InvalidFields(
                    "/authorities",
                    "%s leads this request: name it first; only it hands the lead over.".formatted(now.getFirst()));
        }
    }

    private boolean leads(Request request) {
        List<String> asking = request.authorityKeys();
        return caller.hasAny("officer", "manager")
                || asking.isEmpty()
                || caller.claims("authority").contains(asking.getFirst());
    }
}
