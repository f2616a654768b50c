package eu.mieux.monitoring.report;

import eu.mieux.chassis.identity.Caller;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may read which reports (design, The domain, People and what they may do): published ones anybody, provisional ones and
 * earlier states of knowledge the facility's staff, its steering group and its auditors.
 */
@ApplicationScoped
public class ReportPolicy {

    private static final String[] STAFF = {
        "officer",
        "manager",
        "emm",
        "logistics",
        "monitoring",
        "knowledge",
        "communications",
        "auditor",
        "steering-member"
    };

    private final Caller caller;

    ReportPolicy(Caller caller) {
        this.caller = caller;
    }

    boolean seesProvisional() {
        return caller.hasAny(STAFF);
    }

    /** Refuses whoever may not see what is not published. */
    public void checkSeesProvisional() {
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!seesProvisional()) {
            throw new ForbiddenException();
        }
    }

    String subject() {
        return caller.subject();
    }
}
