package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.identity.Hearing;
import eu.mieux.chassis.testing.Stream.Published;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Who hears of what a service publishes: of the last event of each of the newest records of every kind. A manager sees all
 * records that there are; others are of a test whose database has gone, and only the broker remembers them.
 */
final class Hearers {

    private static final int MOST_TRIED = 50;

    private final Principals principals;
    private final List<String> signedIn = Principals.ALL.stream()
            .filter(role -> !role.equals(Principals.NOBODY))
            .toList();

    Hearers(Principals principals) {
        this.principals = principals;
    }

    void areThoseWhoRead() {
        for (String type : ConfigProvider.getConfig().getValue("mieux.publishes", String[].class)) {
            // What has just been done may still be on its way.
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> newest(type).forEach(this::isHeardByWhoReads));
        }
    }

    private List<Published> newest(String type) {
        Map<String, Published> last = new TreeMap<>(Comparator.reverseOrder());
        Stream.published("mieux." + type).stream()
                .filter(event -> !isConfidential(event))
                .forEach(event -> last.put(event.key(), event));
        List<Published> newest = last.values().stream()
                .limit(MOST_TRIED)
                .filter(event ->
                        principals.get("manager", event.header("ce_dataref")).statusCode() == 200)
                .toList();
        assertThat(newest).as("events of %s that there is", type).isNotEmpty();
        return newest;
    }

    private void isHeardByWhoReads(Published event) {
        String path = event.header("ce_dataref");
        List<String> audience = JsonPath.from(event.header("ce_audience")).getList("", String.class);
        assertThat(signedIn.stream().filter(role -> principals.listener(role).hears(path, audience)))
                .as("who hears of %s at %s, told to %s", event.type(), path, audience)
                .containsExactlyElementsOf(signedIn.stream()
                        .filter(role ->
                                isFarewell(event) || principals.get(role, path).statusCode() == 200)
                        .toList());
    }

    /** By which the record went out of everybody's sight: all hear of it. */
    private static boolean isFarewell(Published event) {
        return isOne(event, Hearing::farewells);
    }

    /** Not for all who read the record. */
    private static boolean isConfidential(Published event) {
        return isOne(event, hearing -> hearing.confidential().keySet());
    }

    private static boolean isOne(Published event, Function<Hearing, Set<String>> types) {
        String type = event.type().replaceFirst("^eu\\.mieux\\.", "");
        return Arc.container().listAll(Hearing.class).stream()
                .anyMatch(hearing -> types.apply(hearing.get()).contains(type));
    }
}
