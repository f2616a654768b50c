package eu.mieux.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class OutboxRecordsTest {

    @Test
    void an_aggregate_comes_once_in_a_round_and_the_order_is_kept() {
        assertThat(rounds("a", "b", "a", "c", "c", "a"))
                .containsExactly(List.of("a", "b"), List.of("a", "c"), List.of("c", "a"));
    }

    @Test
    void different_aggregates_go_together() {
        assertThat(rounds("a", "b", "c")).containsExactly(List.of("a", "b", "c"));
    }

    private static List<List<String>> rounds(String... keys) {
        List<OutboxRecords.Queued> batch = IntStream.range(0, keys.length)
                .mapToObj(i -> new OutboxRecords.Queued(i, new ProducerRecord<>("t", keys[i], new byte[0])))
                .toList();
        List<List<OutboxRecords.Queued>> rounds = OutboxRecords.rounds(batch);
        assertThat(rounds.stream().flatMap(List::stream)).containsExactlyElementsOf(batch);
        return rounds.stream()
                .map(round -> round.stream().map(q -> q.record().key()).toList())
                .toList();
    }
}
