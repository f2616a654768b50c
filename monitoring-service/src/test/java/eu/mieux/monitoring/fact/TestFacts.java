package eu.mieux.monitoring.fact;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.embedded.PostgresServer;
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
import org.postgresql.ds.PGSimpleDataSource;

/** Fact tables in a PostgreSQL of this test run, filled as the events would. */
public final class TestFacts {

    public static final Instant TOLD = Instant.parse("2026-01-01T00:00:00Z");

    private static final String NAME = "monitoring";
    private static final PostgresServer SERVER = PostgresServer.temporary();

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    public TestFacts() {
        SERVER.createDatabase(NAME, NAME);
        database.setUrl(SERVER.jdbcUrl(NAME));
        database.setUser(NAME);
        database.setPassword(NAME);
        database.setCurrentSchema("public,projection");
        Flyway.configure()
                .dataSource(database)
                .schemas("projection")
                .locations("db/projection")
                .load()
                .migrate();
        forget();
    }

    public DataSource database() {
        return database;
    }

    /** Removes all facts. */
    public void forget() {
        for (String type : FactLearning.TYPES) {
            execute("truncate " + type.replace('-', '_') + "_fact");
        }
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
