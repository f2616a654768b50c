package eu.mieux.gateway.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of record whose changes are told: one channel of the AsyncAPI document.
 *
 * @param name as {@code action-fiche}
 * @param publisher the service that tells
 * @param followers the services that listen
 */
record EventKind(
        String name,
        String title,
        String topic,
        String publisher,
        List<String> followers,
        String summary,
        List<Happening> happenings,
        List<Fields.Field> fields,
        String exampleType,
        String headers,
        String payload) {

    private static final Pattern HAPPENING = Pattern.compile("(?m)^- `([^`]+)`: (.+)$");
    private static final Pattern FOLLOWERS = Pattern.compile(" Followed by: (.+)\\.$");

    /**
     * An event.
     *
     * @param type its {@code ce_type}
     */
    record Happening(String type, String meaning) {}

    static List<EventKind> of(JsonNode document) throws JsonProcessingException {
        List<EventKind> kinds = new ArrayList<>();
        for (var channel : document.path("channels").properties()) {
            kinds.add(of(channel.getKey(), channel.getValue(), document));
        }
        return kinds;
    }

    private static EventKind of(String name, JsonNode channel, JsonNode document) throws JsonProcessingException {
        JsonNode message = document.at("/components/messages/" + name);
        JsonNode example = message.at("/examples/0");
        String source = example.at("/headers/ce_source").asText();
        return new EventKind(
                name,
                channel.path("title").asText(),
                channel.path("address").asText(),
                source.substring(1).replace("-service", ""),
                followers(channel.path("description").asText()),
                message.path("summary").asText(),
                happenings(message.path("description").asText()),
                Fields.ofAnswer(message.path("payload"), document),
                example.at("/headers/ce_type").asText(),
                CodeBlocks.html(example.path("headers")),
                CodeBlocks.html(example.path("payload")));
    }

    private static List<String> followers(String description) {
        Matcher followers = FOLLOWERS.matcher(description);
        return followers.find() ? List.of(followers.group(1).split(", ", -1)) : List.of();
    }

    private static List<Happening> happenings(String description) {
        return HAPPENING
                .matcher(description)
                .results()
                .map(found -> new Happening(found.group(1), found.group(2).strip()))
                .toList();
    }
}
