package eu.mieux.chassis.inbox;

import eu.mieux.chassis.kafka.Topics;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Builds the projections anew from the topics, in a schema beside the live one, and swaps the two in one transaction.
 * Readers see the old generation until then; what is parked stays parked and is left out of the new one too.
 */
@ApplicationScoped
class Rebuilding {

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final int SWAP_ATTEMPTS = 3;

    /** Held by the rebuild that is under way, and shared by retries: what a retry applies must be in both generations. */
    static final long LOCK = 0x4D49455558524255L; // "MIEUXRBU"

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Topics topics;
    private final Applying applying;
    private final ProjectionSchema schema;
    private final NextGeneration next;
    private final AgroalDataSource database;

    Rebuilding(
            Topics topics, Applying applying, ProjectionSchema schema, NextGeneration next, AgroalDataSource database) {
        this.topics = topics;
        this.applying = applying;
        this.schema = schema;
        this.next = next;
        this.database = database;
    }

    /** Returns when the new generation is live. */
    void rebuild() throws SQLException, InterruptedException {
        if (applying.projected().isEmpty()) {
            return;
        }
        Optional<SessionLock> alone = SessionLock.tryExclusive(database, LOCK);
        if (alone.isEmpty()) {
            throw new RebuildUnderWay();
        }
        try (SessionLock _ = alone.get()) {
            build();
        } catch (ExecutionException | KafkaException e) {
            LOG.warnf("The rebuild gives up: %s", e.getMessage());
            throw new BrokerAway();
        }
        LOG.info("The projections are rebuilt.");
    }

    private void build() throws SQLException, ExecutionException, InterruptedException {
        List<String> followed = applying.projected().stream().map(Topics::of).toList();
        drop();
        schema.migrate(Applying.Generation.NEXT);
        try (Admin admin = topics.admin();
                KafkaConsumer<String, byte[]> reader = topics.reader()) {
            Map<TopicPartition, Long> ends = TopicEnds.of(admin, followed);
            reader.assign(ends.keySet());
            reader.seekToBeginning(ends.keySet());
            NextGeneration.Reading reading = next.reading(reader);
            reading.to(ends);
            for (int attempt = 1; !swapped(admin, followed, reading); attempt++) {
                if (attempt == SWAP_ATTEMPTS) {
                    drop();
                    throw new ProjectionsInUse();
                }
            }
        }
    }

    /** False when somebody reads the old generation in a long transaction. */
    private boolean swapped(Admin admin, List<String> followed, NextGeneration.Reading reading)
            throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                // Whoever waits for a table that a long reader holds waits with us: better to let go, and try again.
                Applying.execute(connection, "set local lock_timeout = '3s'");
                // From here on nobody writes the live generation; what was applied to it is in the topics before these
                // ends.
                Applying.execute(connection, "select pg_advisory_xact_lock(" + Applying.SWAP_LOCK + ")");
                reading.to(TopicEnds.of(admin, followed));
                Applying.execute(connection, "drop schema projection cascade");
                Applying.execute(connection, "alter schema projection_next rename to projection");
                connection.commit();
                return true;
            } catch (SQLException e) {
                if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private void drop() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Applying.execute(connection, "drop schema if exists projection_next cascade");
        }
    }

    static final class RebuildUnderWay extends Refusal {
        RebuildUnderWay() {
            super(Kind.UNDER_WAY, "A rebuild, or a retry of a parked record, is under way; ask again when it is done.");
        }
    }

    static final class ProjectionsInUse extends Refusal {
        ProjectionsInUse() {
            super(
                    Kind.UNAVAILABLE,
                    "The projections are in use, by an import perhaps; nothing was changed, ask again later.");
        }
    }

    static final class BrokerAway extends Refusal {
        BrokerAway() {
            super(Kind.UNAVAILABLE, "The event broker cannot be reached; nothing was changed, ask again later.");
        }
    }
}
