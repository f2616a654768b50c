package eu.mieux.preimplementation.feed;

import static eu.mieux.preimplementation.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import eu.mieux.chassis.testing.Tokens;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Links to calendars as people make them, and calendars as programs read them. */
public final class Calendars {

    static final String FEEDS = "/api/v1/calendar-feeds";

    private Calendars() {}

    /** Somebody with this role who has no link yet. */
    public static Tokens somebody(String role) {
        return Tokens.of(role).subject(role + "-" + UUID.randomUUID());
    }

    /** The link to a calendar with all that concerns her. */
    public static String link(Tokens owner) {
        return path(made(owner, Map.of("name", "My deadlines")));
    }

    /** Of the link: the gateway that it names is not there in a test. */
    public static String path(JsonPath made) {
        return URI.create(made.getString("link")).getRawPath();
    }

    static JsonPath made(Tokens owner, Map<String, Object> command) {
        return json(owner.request(), command)
                .post(FEEDS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** As a program does, without any token. */
    static Response fetched(String link) {
        Response answer = RestAssured.given().get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("text/calendar");
        return answer;
    }

    static ICalendar read(String link) {
        return Biweekly.parse(new String(fetched(link).asByteArray(), StandardCharsets.UTF_8))
                .first();
    }

    /** The entries whose line has these words, by their summaries. */
    public static List<VEvent> entries(String link, String words) {
        return read(link).getEvents().stream()
                .filter(event -> event.getSummary().getValue().contains(words))
                .toList();
    }

    static List<String> summaries(String link, String words) {
        return entries(link, words).stream()
                .map(event -> event.getSummary().getValue())
                .toList();
    }

    public static VEvent entry(String link, String words) {
        List<VEvent> found = entries(link, words);
        assertThat(found).as("entries about %s", words).hasSize(1);
        return found.getFirst();
    }

    /** As written: 2027-03-09. */
    static String starts(VEvent event) {
        return event.getDateStart().getValue().getRawComponents().toString(false, true);
    }

    static String ends(VEvent event) {
        return event.getDateEnd().getValue().getRawComponents().toString(false, true);
    }
}
