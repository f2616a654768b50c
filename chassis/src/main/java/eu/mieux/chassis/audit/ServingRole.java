package eu.mieux.chassis.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Does not let a service start as a database role that could change the audit trail, or that sees past row-level security:
 * the owner of the tables, one that may become it, a superuser.
 */
@ApplicationScoped
class ServingRole {

    private static final String MIGHTY = """
            select r.rolname from pg_roles r, pg_class log
            where r.rolname = current_user and log.oid = 'public.event_log'::regclass
              and (r.rolbypassrls or pg_has_role(r.oid, log.relowner, 'member')
                   or has_table_privilege(log.oid, 'update, delete, truncate'))""";

    private final AgroalDataSource database;

    ServingRole(AgroalDataSource database) {
        this.database = database;
    }

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE - 2) StartupEvent event) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery(MIGHTY)) {
            if (role.next()) {
                throw new IllegalStateException(
                        "MIEUX_DATABASE_USER is %s, who could change the audit trail or see past row-level security. Serve as a role that owns no tables and is no member of MIEUX_DATABASE_OWNER."
                                .formatted(role.getString(1)));
            }
        }
    }
}
