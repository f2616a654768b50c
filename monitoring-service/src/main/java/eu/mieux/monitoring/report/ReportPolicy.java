package eu.mieux.monitoring.report;

import eu.mieux.chassis.identity.Caller;
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

    /** They read everything. */
    private static final String[] THOROUGH = {"manager", "monitoring", "auditor"};

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

    /**
     * The records behind a provisional figure are of all regions, and many a one nobody else has heard of yet: they are for those who
     * read all records of that kind anyway. Who reads some of them sees the figure, and its records when they are published.
     */
    void checkSeesProvisionalRecordsOf(Figure figure) {
        if (!readsAllBehind(figure)) {
            throw new ReportRefusals.RecordsOutOfReach(figure);
        }
    }

    /** Who gave an answer can be guessed where few were given about an Activity: of which they were is for those who read evaluations. */
    boolean tellsActivitiesBehind(Figure figure) {
        return !figure.tellsOfEvaluations() || readsAllBehind(figure);
    }

    private boolean readsAllBehind(Figure figure) {
        return caller.hasAny(THOROUGH)
                || (caller.has("client") && caller.listener().scopes().contains(figure.kindOfRecords() + ":read"));
    }

    String subject() {
        return caller.subject();
    }
}
