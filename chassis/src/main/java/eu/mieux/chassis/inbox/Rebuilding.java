package eu.mieux.chassis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.kafka.Topics;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Builds the projections anew from the topics, in a schema beside the live one, and swaps the two in one transaction.
 * Readers see the old generation until then; what parked in the meantime stays parked and is left out of the new one too.
 */
@ApplicationScoped
public class Rebuilding {

    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topics topics;
    private final Applying applying;
    private final ProjectionSchema schema;
    private final Parking parking;
    private final AgroalDataSource database;
    private final ObjectMapper json;

    Rebuilding(
            Topics topics,
            Applying applying,
            ProjectionSchema schema,
            Parking parking,
            AgroalDataSource database,
            ObjectMapper json) {
        this.topics = topics;
        this.applying = applying;
        this.schema = schema;
        this.parking = parking;
        this.database = database;
        this.json = json;
    }

    /** Returns when the new generation is live. */
    public synchronized void rebuild() throws SQLException, ExecutionException, InterruptedException {
        List<String> followed = applying.projected().stream().map(Topics::of).toList();
        drop(Applying.Generation.NEXT);
        schema.migrate(Applying.Generation.NEXT);
        try (Admin admin = topics.admin();
                KafkaConsumer<String, byte[]> reader = topics.reader()) {
            Map<TopicPartition, Long> ends = Inbox.ends(admin, followed);
            reader.assign(ends.keySet());
            reader.seekToBeginning(ends.keySet());
            readTo(reader, ends);
            try (Connection connection = database.getConnection()) {
                // From here on nobody writes the live generation; what was applied to it is in the topics before these
                // ends.
                Applying.execute(connection, "select pg_advisory_lock(" + Applying.SWAP_LOCK + ")");
                try {
                    readTo(reader, Inbox.ends(admin, followed));
                    swap(connection);
                } finally {
                    Applying.execute(connection, "select pg_advisory_unlock(" + Applying.SWAP_LOCK + ")");
                }
            }
        }
        LOG.info("The projections are rebuilt.");
    }

    private void readTo(KafkaConsumer<String, byte[]> reader, Map<TopicPartition, Long> ends) {
        while (ends.entrySet().stream().anyMatch(e -> reader.position(e.getKey()) < e.getValue())) {
            List<ReceivedEvent> events = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                if (!parking.isParked(record)) {
                    events.add(ReceivedEvent.of(record, json));
                }
            }
            if (!events.isEmpty()) {
                applying.next(events);
            }
        }
    }

    private void drop(Applying.Generation generation) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Applying.execute(connection, "drop schema if exists " + generation.schema() + " cascade");
        }
    }

    private static void swap(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Applying.execute(connection, "drop schema projection cascade");
            Applying.execute(connection, "alter schema projection_next rename to projection");
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
