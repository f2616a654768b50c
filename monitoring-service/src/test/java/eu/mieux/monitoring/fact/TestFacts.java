package eu.mieux.monitoring.fact;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.embedded.PostgresServer;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Fact tables in a PostgreSQL of this test run, filled as the events would. */
public final class TestFacts {

    public static final Instant TOLD = Instant.parse("2026-01-01T00:00:00Z");

    private static final String NAME = "monitoring";

    private final DataSource database;

    /** Facts in the database of a running service. */
    public TestFacts(DataSource database) {
        this.database = database;
    }

    /** Facts in a database of their own, empty. */
    public static TestFacts alone() {
        TestFacts facts = new TestFacts(Alone.DATABASE);
        facts.forget();
        return facts;
    }

    /** Started when first asked for, stopped with the test run. */
    private static final class Alone {
        static final DataSource DATABASE = database();

        private static DataSource database() {
            PostgresServer server = PostgresServer.temporary();
            server.createDatabase(NAME, NAME, NAME);
            try {
                AgroalDataSource database = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                        .connectionPoolConfiguration(pool -> pool.maxSize(4)
                                .connectionFactoryConfiguration(connections -> connections
                                        .jdbcUrl(server.jdbcUrl(NAME))
                                        .jdbcProperty("currentSchema", "public,projection")
                                        .principal(new NamePrincipal(NAME))
                                        .credential(new SimplePassword(NAME)))));
                Flyway.configure()
                        .dataSource(database)
                        .schemas("projection")
                        .locations("db/projection")
                        .load()
                        .migrate();
                return database;
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    public DataSource database() {
        return database;
    }

    /** Removes all facts. */
    public void forget() {
        for (String type : FactLearning.TYPES) {
            execute("truncate " + type.replace('-', '_') + "_fact");
        }
        execute("update fact_clock set ticks = ticks + 1");
    }

    public void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** Learns a whole portfolio, each record as the first version of an aggregate. */
    public void learn(Map<String, ? extends List<? extends JsonNode>> portfolio) {
        portfolio.forEach((type, states) -> {
            List<FactLearning.Told> events = new ArrayList<>();
            states.forEach(state -> events.add(new FactLearning.Told(UUID.randomUUID(), 1, TOLD, state)));
            learn(type, events);
        });
    }

    public void learn(String type, UUID id, long version, Instant at, JsonNode state) {
        learn(type, List.of(new FactLearning.Told(id, version, at, state)));
    }

    void learn(String type, List<FactLearning.Told> events) {
        try (Connection connection = database.getConnection()) {
            FactLearning.learn(type, events, connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
