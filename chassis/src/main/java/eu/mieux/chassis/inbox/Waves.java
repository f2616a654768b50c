package eu.mieux.chassis.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Cuts events into batches of one aggregate type with each aggregate at most once, keeping the order of every
 * aggregate: its first event is in the first wave, its second in the second.
 */
final class Waves {

    /** Events that may be applied together. */
    record Wave(String aggregateType, List<ReceivedEvent> events) {}

    private Waves() {}

    static List<Wave> of(List<ReceivedEvent> events) {
        Map<String, List<List<ReceivedEvent>>> byType = new LinkedHashMap<>();
        Map<UUID, Integer> seen = new HashMap<>();
        for (ReceivedEvent event : events) {
            int wave = seen.merge(event.aggregateId(), 1, Integer::sum) - 1;
            List<List<ReceivedEvent>> waves = byType.computeIfAbsent(event.aggregateType(), t -> new ArrayList<>());
            while (waves.size() <= wave) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(event);
        }
        List<Wave> all = new ArrayList<>();
        byType.forEach((type, waves) -> waves.forEach(wave -> all.add(new Wave(type, wave))));
        return all;
    }
}
