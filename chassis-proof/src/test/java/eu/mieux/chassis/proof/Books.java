package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shop's database, read behind its back: what was written down, and what came of it. */
record Books(String url, String user, String password) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Books of(Map<String, String> environment) {
        return new Books(
                environment.get("MIEUX_DATABASE_URL"),
                environment.get("MIEUX_DATABASE_USER"),
                environment.get("MIEUX_DATABASE_PASSWORD"));
    }

    /** The rows as text, the columns of each joined by a bar. */
    List<String> rows(String select, Object... parameters) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement statement = connection.prepareStatement(select)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet row = statement.getResultSet()) {
                    int width = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        List<String> cells = new ArrayList<>();
                        for (int i = 1; i <= width; i++) {
                            cells.add(row.getString(i));
                        }
                        rows.add(String.join("|", cells));
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(select, e);
        }
    }

    long number(String select, Object... parameters) {
        return Long.parseLong(rows(select, parameters).getFirst());
    }

    void execute(String statement, Object... parameters) {
        rows(statement, parameters);
    }

    List<String> shelf() {
        return rows("select id, article, name, pairs, version from shoe order by id");
    }

    List<String> stock() {
        return rows("select shoe_id, article, name, pairs, version from projection.stock order by shoe_id");
    }

    List<String> applied() {
        return rows("select aggregate_type, aggregate_id, version from projection.applied order by 1, 2");
    }

    List<String> till() {
        return rows("select shoe_id, sales from till order by 1");
    }

    List<String> salesInTheLog() {
        return rows("select aggregate_id, count(*) from event_log where type = 'shoe-sold' group by 1 order by 1");
    }

    long queued() {
        return number("select count(*) from outbox_queue");
    }

    /** Waits until everything that was written has been published and has taken effect, then checks that it did so once. */
    void assertSettled() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            assertThat(queued()).as("events that wait for the broker").isZero();
            assertThat(stock()).as("the stock, by events").isEqualTo(shelf());
            assertThat(till()).as("the till's count of sales").isEqualTo(salesInTheLog());
        });
        assertThat(rows("""
                        select aggregate_id from event_log group by aggregate_id
                        having count(*) <> max(version) or min(version) <> 1""")).as("gaps in the log").isEmpty();
        assertThat(rows("""
                        select shoe.id
                        from shoe left join
                            (select aggregate_id, max(version) as version from event_log group by aggregate_id) as last
                            on last.aggregate_id = shoe.id
                        where shoe.version is distinct from last.version""")).as("shoes whose last event is missing").isEmpty();
    }
}
