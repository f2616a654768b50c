package eu.mieux.knowledge.feed;

import eu.mieux.chassis.testing.Stream;
import eu.mieux.knowledge.Desk;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What happens to one request elsewhere, and what a follower hears of it. */
record Happenings(UUID request) {

    Happenings() {
        this(UUID.randomUUID());
    }

    /** As its owner would publish it. */
    void told(String type, long version, String... audience) {
        Desk.awaitTopic("request");
        Stream.publish(
                "request",
                request,
                version,
                type,
                "{}",
                Map.of(
                        "ce_dataref", "/api/v1/requests/" + request,
                        "ce_audience", "[\"" + String.join("\",\"", audience) + "\"]"));
    }

    /** The types that a follower has heard. */
    List<String> types(Follower follower) {
        return follower.about(request.toString()).stream()
                .map(Follower.Told::type)
                .toList();
    }
}
