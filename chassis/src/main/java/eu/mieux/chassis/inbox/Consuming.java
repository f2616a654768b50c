package eu.mieux.chassis.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.eventlog.TraceParent;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
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
            DatabaseAway.rethrow(e);
            LOG.infof("A batch of %d records is taken one by one: %s", free.size(), e.getMessage());
            oneByOne(free);
        }
    }

    /**
     * Applies all that is parked for the key of this record, oldest first, what is parked meanwhile included.
     *
     * @return false when there is no such record
     */
    boolean retry(long id) {
        Optional<Parking.Address> address = parking.addressOf(id);
        if (address.isEmpty()) {
            return false;
        }
        Optional<ConsumerRecord<String, byte[]>> next = parking.oldest(address.get());
        while (next.isPresent()) {
            retry(next.get());
            next = parking.oldest(address.get());
        }
        return true;
    }

    private void retry(ConsumerRecord<String, byte[]> record) {
        try {
            applying.live(List.of(ReceivedEvent.of(record, json)));
        } catch (RuntimeException e) {
            DatabaseAway.rethrow(e);
            LOG.infof(e, "Still parked: %s-%d@%d", record.topic(), record.partition(), record.offset());
            throw new StillNotApplicable(record, e);
        }
        parking.release(record);
    }

    static final class StillNotApplicable extends Refusal {
        StillNotApplicable(ConsumerRecord<String, byte[]> record, RuntimeException why) {
            super(
                    Kind.ILLEGAL_STEP,
                    "The record at offset %d of %s-%d still cannot be applied: %s"
                            .formatted(record.offset(), record.topic(), record.partition(), why.getMessage()));
        }
    }

    private List<ConsumerRecord<String, byte[]>> behindNothing(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Set<String>> keys = new HashMap<>();
        records.forEach(
                r -> keys.computeIfAbsent(r.topic(), t -> new HashSet<>()).add(Parking.key(r)));
        keys.replaceAll(parking::blocked);
        List<ConsumerRecord<String, byte[]>> free = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            boolean blocked = keys.getOrDefault(record.topic(), Set.of()).contains(Parking.key(record));
            if (!blocked || !parking.parkBehind(record)) {
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
            Header trace = record.headers().lastHeader("traceparent");
            TraceParent.InLog.put(
                    trace == null || trace.value() == null
                            ? null
                            : new String(trace.value(), StandardCharsets.US_ASCII));
            try {
                applying.live(List.of(ReceivedEvent.of(record, json)));
            } catch (RuntimeException e) {
                DatabaseAway.rethrow(e);
                LOG.warnf(
                        e, "Parked %s-%d@%d of %s", record.topic(), record.partition(), record.offset(), record.key());
                parking.park(record, String.valueOf(e.getMessage()));
            } finally {
                TraceParent.InLog.put(null);
            }
        }
    }
}
