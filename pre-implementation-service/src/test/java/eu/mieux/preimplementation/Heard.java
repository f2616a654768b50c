package eu.mieux.preimplementation;

import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.testing.Stream;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody hears of a record on streams and by webhooks. */
public final class Heard {

    private Heard() {}

    /** With these roles, and one claim. */
    public static Listener by(String claim, String value, String... roles) {
        return new Listener(Set.of(roles), Map.of(claim, List.of(value)), Set.of());
    }

    /**
     * The types of the events that she hears of, without the record's kind.
     *
     * @param last the type of the last event of the record, which is waited for
     */
    public static List<String> of(String kind, String id, String last, Listener listener) {
        return await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> events(kind, id),
                        events -> events.stream().anyMatch(event -> event.type().endsWith("-" + last)))
                .stream()
                .filter(event -> listener.hears(
                        event.header("ce_dataref"),
                        JsonPath.from(event.header("ce_audience")).getList("", String.class)))
                .map(event -> event.type().replace("eu.mieux." + kind + "-", ""))
                .toList();
    }

    private static List<Stream.Published> events(String kind, String id) {
        return Stream.published("mieux." + kind).stream()
                .filter(event -> event.key().equals(id))
                .toList();
    }
}
