package eu.mieux.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Changes an Activity of a quiet year, and asks for the figure that it moves until it has moved. */
final class Probe {

    private static final int QUIET_YEAR = 2012;
    private static final String FIGURE = "/api/v1/annual-reports/" + QUIET_YEAR + "/figures/participants.total";
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration POLL = Duration.ofMillis(2);

    private final Api api;
    private final String path;
    private long version;
    private int heads;

    Probe(Api api, Connection implementation) throws SQLException {
        this.api = api;
        try (PreparedStatement statement = implementation.prepareStatement("""
                        select action_code, number, version, participants_female from activity
                        where status = 'DELIVERED' and extract(year from starts_on) = ?
                        order by id limit 1""")) {
            statement.setInt(1, QUIET_YEAR);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("There is no Activity of " + QUIET_YEAR);
                }
                path = "/api/v1/actions/%s/activities/%d/attendance".formatted(row.getString(1), row.getInt(2));
                version = row.getLong(3);
                heads = row.getInt(4);
            }
        }
    }

    /** Milliseconds from each answer until the figure had moved, ascending. */
    List<Double> watch(Duration howLong) throws IOException, InterruptedException {
        List<Double> seen = new ArrayList<>();
        long end = System.nanoTime() + howLong.toNanos();
        while (System.nanoTime() < end) {
            JsonNode before = api.get(FIGURE).path("value");
            heads++;
            api.put(path, "\"" + version + "\"", Api.heads(heads));
            version++;
            long answered = System.nanoTime();
            while (api.get(FIGURE).path("value").equals(before)) {
                Thread.sleep(POLL);
            }
            seen.add((System.nanoTime() - answered) / 1e6);
            Thread.sleep(BETWEEN);
        }
        seen.sort(null);
        return seen;
    }
}
