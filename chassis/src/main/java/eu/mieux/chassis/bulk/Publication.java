package eu.mieux.chassis.bulk;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until the broker has what an import committed. */
@ApplicationScoped
class Publication {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private final AgroalDataSource database;

    Publication(AgroalDataSource database) {
        this.database = database;
    }

    /** Returns false when the queue has stood still for a while: the broker is away, and the rows are kept all the same. */
    boolean awaitDrained() throws SQLException, InterruptedException {
        long last = ask("select coalesce(max(seq), 0) from outbox_queue");
        long head = -1;
        long moved = System.nanoTime();
        while (true) {
            // The head, not the count: counting a long queue again and again would slow down what empties it.
            long now = ask("select coalesce(min(seq), " + Long.MAX_VALUE + ") from outbox_queue");
            if (now > last) {
                return true;
            }
            if (now != head) {
                head = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                return false;
            }
            Thread.sleep(POLL);
        }
    }

    private long ask(String question) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(question);
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
