package eu.mieux.monitoring.report;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.monitoring.figure.Figure;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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

    /**
     * What of the records behind a published figure is for those alone who read all records of that kind: of an answer, about which
     * Activity it was given, since where few were given one would know by whom; of an expert and of a journey, whom a key could be traced
     * to. Nothing of it adds to a figure.
     */
    List<String> withheldOf(Figure figure) {
        if (readsAllBehind(figure)) {
            return List.of();
        }
        return switch (figure.kindOfRecords()) {
            case "evaluations" -> List.of("actionCode", "activityNumber", "collectedOn");
            case "experts", "deployments" -> List.of("gender", "nationality");
            case "travel-legs" -> List.of("travellerKey");
            default -> List.of();
        };
    }

    private boolean readsAllBehind(Figure figure) {
        return caller.hasAny(THOROUGH)
                || (caller.has("client") && caller.listener().scopes().contains(figure.kindOfRecords() + ":read"));
    }

    String subject() {
        return caller.subject();
    }
}
