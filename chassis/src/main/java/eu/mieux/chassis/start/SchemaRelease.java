package eu.mieux.chassis.start;

import java.io.Serial;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;

/**
 * Of which release the service's schema is, beside the program. A schema is changed in two steps, expand and contract, a release
 * apart: so a program serves with the schema of the release after it, which it leaves as it is, and with no newer one.
 *
 * @param schema 0 where there is none yet
 */
record SchemaRelease(int schema, int program) {

    private static final String IS_THERE = "select to_regclass('public.schema_release') is not null";
    private static final String READ = "select release from public.schema_release";

    /** Why the program does not start, in a sentence for its operator. */
    static final class CannotServe extends Exception {

        @Serial
        private static final long serialVersionUID = 1;

        CannotServe(String why) {
            super(why);
        }
    }

    /** Waits for a database that cannot be reached, for as long as {@code mieux.database.patience} says. */
    static SchemaRelease of(Config config) throws CannotServe {
        SchemaRelease found = new SchemaRelease(read(config), config.getValue("mieux.release", Integer.class));
        if (found.schema > found.program + 1) {
            throw new CannotServe(
                    "the database is of release %d, and this program, of release %d, can serve with those up to release %d. Start one of release %d or later; the database was left as it is."
                            .formatted(found.schema, found.program, found.program + 1, found.schema - 1));
        }
        return found;
    }

    boolean isOfTheNext() {
        return schema > program;
    }

    /** Waits as long for a schema of the program's release, which another brings about. */
    static void awaitOwn(Config config) throws CannotServe {
        Patience patience = Patience.of(config);
        for (SchemaRelease found = of(config); found.schema < found.program; found = of(config)) {
            String older = "the database is of release %d, and this program of release %d"
                    .formatted(found.schema, found.program);
            patience.wait(older + ". Start its migration (MIEUX_DATABASE_MIGRATION=only).");
        }
    }

    private static int read(Config config) throws CannotServe {
        Patience patience = Patience.of(config);
        while (true) {
            try {
                return readOnce(config);
            } catch (SQLException e) {
                patience.wait("the database cannot be reached: %s".formatted(e.getMessage()));
            }
        }
    }

    private static int readOnce(Config config) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                Statement statement = connection.createStatement()) {
            try (ResultSet isThere = statement.executeQuery(IS_THERE)) {
                if (!isThere.next() || !isThere.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet release = statement.executeQuery(READ)) {
                return release.next() ? release.getInt(1) : 0;
            }
        }
    }
}
