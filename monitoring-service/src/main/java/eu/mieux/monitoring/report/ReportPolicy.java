package eu.mieux.monitoring.report;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.monitoring.evaluation.EvaluationPolicy;
import eu.mieux.monitoring.figure.Figure;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who may read which reports (design, The domain, People and what they may do): published ones anybody, provisional ones and
 * earlier states of knowledge the facility's staff, its steering group, its auditors and machines.
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
        "client",
        "steering-member"
    };

    private final Caller caller;
    private final EvaluationPolicy evaluations;

    ReportPolicy(Caller caller, EvaluationPolicy evaluations) {
        this.caller = caller;
        this.evaluations = evaluations;
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

    /**
     * The records behind a provisional figure are those that events tell of anyway, keys and codes, and staff see them with
     * the figure. But answers are for those who read the evaluations: until they are published, with the report.
     */
    void checkSeesProvisionalRecordsOf(Figure figure) {
        if (figure.tellsOfEvaluations() && !evaluations.opensAll()) {
            throw new ReportRefusals.EvaluationsOutOfReach(figure);
        }
    }

    String subject() {
        return caller.subject();
    }
}
