package eu.mieux.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When rows were committed, in seconds, as the one PostgreSQL server under all databases noted it; by a name of the row. */
record Commits(Map<String, Double> byName) {

    /** @param query answers two columns, name and {@code pg_xact_commit_timestamp} */
    static Commits read(Connection connection, String query) throws SQLException {
        Map<String, Double> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select name, extract(epoch from committed) from (" + query + ") as rows (name, committed)");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                found.put(row.getString(1), row.getDouble(2));
            }
        }
        return new Commits(found);
    }

    /** Milliseconds from these commits to those of the same name, ascending. */
    List<Double> millisecondsTo(Commits later) {
        List<Double> delays = new ArrayList<>();
        byName.forEach((name, committed) -> {
            Double arrived = later.byName().get(name);
            if (arrived == null) {
                throw new IllegalStateException("What was written as %s never arrived.".formatted(name));
            }
            delays.add((arrived - committed) * 1000);
        });
        delays.sort(null);
        return delays;
    }
}
