package eu.mieux.expert.roster;

import eu.mieux.chassis.identity.Caller;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.hibernate.exception.GenericJDBCException;

/**
 * The second wall around people's data: each connection tells PostgreSQL whose experts it may show, by the same
 * {@link ExpertPolicy} that narrows the queries, and row-level security (migration V4) holds it to that. A query that forgets the
 * policy shows nobody.
 */
@ApplicationScoped
class RosterWall implements AgroalPoolInterceptor {

    private static final String TELL = "select set_config('mieux.experts', ?, false)";
    private static final String ALL = "*";
    private static final String NOBODY = "";

    private final Provider<Caller> caller;
    private final Provider<ExpertPolicy> policy;

    RosterWall(Provider<Caller> caller, Provider<ExpertPolicy> policy) {
        this.caller = caller;
        this.policy = policy;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setString(1, whose());
            tell.execute();
        } catch (SQLException e) {
            throw new GenericJDBCException("The database was not told whose experts it may show", e, TELL);
        }
    }

    /** What a service does by itself, it does for all. */
    private String whose() {
        if (!Caller.isCalling()) {
            return ALL;
        }
        boolean all = caller.get().reach(policy.get()).seeing().isEverything();
        return all ? ALL : caller.get().claim("expert").orElse(NOBODY);
    }
}
