package eu.mieux.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WavesTest {

    @Property(tries = 100)
    void every_event_is_in_a_wave_each_aggregate_once_and_in_its_order(
            @ForAll List<@IntRange(max = 4) Integer> aggregates) {
        Map<Integer, Long> versions = new HashMap<>();
        List<ReceivedEvent> events = aggregates.stream()
                .map(a -> event(a, versions.merge(a, 1L, Long::sum)))
                .toList();
        List<Waves.Wave> waves = Waves.of(events);
        Map<UUID, List<Long>> seen = new HashMap<>();
        for (Waves.Wave wave : waves) {
            assertThat(wave.events()).extracting(ReceivedEvent::aggregateId).doesNotHaveDuplicates();
            assertThat(wave.events()).allMatch(e -> e.aggregateType().equals(wave.aggregateType()));
            wave.events()
                    .forEach(e -> seen.computeIfAbsent(e.aggregateId(), id -> new ArrayList<>())
                            .add(e.version()));
        }
        assertThat(waves.stream().mapToInt(w -> w.events().size()).sum()).isEqualTo(events.size());
        assertThat(seen.values()).allSatisfy(order -> assertThat(order).isSorted());
    }

    private static ReceivedEvent event(int aggregate, long version) {
        String type = aggregate % 2 == 0 ? "shoe" : "sock";
        return new ReceivedEvent(
                type,
                new UUID(0, aggregate),
                version,
                type + "-sold",
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode(),
                List.of(),
                Map.of());
    }
}
