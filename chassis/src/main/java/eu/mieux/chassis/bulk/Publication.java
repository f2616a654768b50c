package eu.mieux.chassis.bulk;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** Waits until the broker has what an import committed. */
@ApplicationScoped
class Publication {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AgroalDataSource database;

    Publication(AgroalDataSource database) {
        this.database = database;
    }

    /** Returns false when the queue has stood still for a while: the broker is away, and the rows are kept all the same. */
    boolean awaitDrained() throws SQLException, InterruptedException {
        long last = ask("select coalesce(max(seq), 0) from outbox_queue where seq > ?", -1);
        long left = Long.MAX_VALUE;
        Instant moved = Instant.now();
        while (true) {
            long now = ask("select count(*) from outbox_queue where seq <= ?", last);
            if (now == 0) {
                return true;
            }
            if (now < left) {
                left = now;
                moved = Instant.now();
            } else if (moved.plus(PATIENCE).isBefore(Instant.now())) {
                return false;
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private long ask(String question, long parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, parameter);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }
}
