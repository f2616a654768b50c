package eu.mieux.preimplementation.feed;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.feed.Calendars.link;
import static eu.mieux.preimplementation.feed.Calendars.somebody;

import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What comes into calendars from elsewhere, and whose they are. */
final class Entered {

    private Entered() {}

    static String partner(String country) {
        return link(somebody("partner").claim("authority", Given.authority(country)));
    }

    static String name(String fiche) {
        return manager().get(Fiches.at(fiche, "")).path("actionName");
    }

    static void published(
            UUID id, long version, String type, String code, String status, String startsOn, String endsOn) {
        Map<String, Object> state = new HashMap<>(Map.of(
                "id",
                id,
                "actionCode",
                code,
                "number",
                3,
                "title",
                "Training 3",
                "type",
                "TRAINING",
                "status",
                status));
        state.put("startsOn", startsOn);
        state.put("endsOn", endsOn);
        state.put("country", "PE");
        state.put("city", "Lima");
        Stream.publish("activity", id, version, type, new JsonObject(state).encode());
    }
}
