package eu.mieux.chassis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * What happens to polled records: all together when all is well, else one by one; what cannot be applied is parked with
 * what follows for its key, and the others go on. A database that is away is not the record's fault: that is thrown, and
 * the same records come again.
 */
@ApplicationScoped
class Consuming {

    private static final Logger LOG = Logger.getLogger(Consuming.class);

    private final Applying applying;
    private final Parking parking;
    private final ObjectMapper json;

    Consuming(Applying applying, Parking parking, ObjectMapper json) {
        this.applying = applying;
        this.parking = parking;
        this.json = json;
    }

    void take(List<ConsumerRecord<String, byte[]>> records) {
        List<ConsumerRecord<String, byte[]>> free = behindNothing(records);
        if (free.isEmpty()) {
            return;
        }
        try {
            applying.live(free.stream().map(r -> ReceivedEvent.of(r, json)).toList());
        } catch (RuntimeException e) {
            rethrowIfDatabaseIsAway(e);
            LOG.infof("A batch of %d records is taken one by one: %s", free.size(), e.getMessage());
            oneByOne(free);
        }
    }

    /** Applies what is parked behind this record, oldest first; stops where one still fails. */
    boolean retry(long id) {
        List<ConsumerRecord<String, byte[]>> records = parking.withSameKey(id);
        for (ConsumerRecord<String, byte[]> record : records) {
            applying.live(List.of(ReceivedEvent.of(record, json)));
            parking.release(record);
        }
        return !records.isEmpty();
    }

    private List<ConsumerRecord<String, byte[]>> behindNothing(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Set<String>> keys = new HashMap<>();
        records.forEach(
                r -> keys.computeIfAbsent(r.topic(), t -> new HashSet<>()).add(String.valueOf(r.key())));
        keys.replaceAll(parking::blocked);
        List<ConsumerRecord<String, byte[]>> free = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            if (keys.getOrDefault(record.topic(), Set.of()).contains(String.valueOf(record.key()))) {
                parking.park(record, "It follows a parked record of the same key.");
            } else {
                free.add(record);
            }
        }
        return free;
    }

    private void oneByOne(List<ConsumerRecord<String, byte[]>> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            if (behindNothing(List.of(record)).isEmpty()) {
                continue;
            }
            try {
                applying.live(List.of(ReceivedEvent.of(record, json)));
            } catch (RuntimeException e) {
                rethrowIfDatabaseIsAway(e);
                LOG.warnf(
                        e, "Parked %s-%d@%d of %s", record.topic(), record.partition(), record.offset(), record.key());
                parking.park(record, String.valueOf(e.getMessage()));
            }
        }
    }

    private static void rethrowIfDatabaseIsAway(RuntimeException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SQLTransientException || (at instanceof SQLException sql && isAway(sql))) {
                throw e;
            }
        }
    }

    /** Connection gone, resources short, shutting down, or a serialisation failure: SQLSTATE classes 08, 53, 57, 58, 40. */
    private static boolean isAway(SQLException e) {
        String state = e.getSQLState();
        return state == null || Set.of("08", "53", "57", "58", "40").contains(state.substring(0, 2));
    }
}
