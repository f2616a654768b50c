package eu.mieux.preimplementation.feed;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.feed.Calendars.FEEDS;
import static eu.mieux.preimplementation.feed.Calendars.fetched;
import static eu.mieux.preimplementation.feed.Calendars.link;
import static eu.mieux.preimplementation.feed.Calendars.made;
import static eu.mieux.preimplementation.feed.Calendars.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import biweekly.ICalendar;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The link: told once, read without a token, revoked at once; and the form of what it leads to. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class CalendarFeedTest {

    private static final Map<String, Object> NAMED = Map.of("name", "My deadlines");

    @Inject
    AgroalDataSource database;

    @Test
    void the_link_is_told_once_and_then_only_when_it_was_read() {
        Tokens owner = somebody("officer");
        JsonPath feed = made(owner, Map.of("name", "Mine", "language", "es", "kinds", List.of("CONDITIONS")));
        owner.request()
                .get(FEEDS)
                .then()
                .statusCode(200)
                .body("items.id", contains(feed.getString("id")))
                .body("items[0].name", equalTo("Mine"))
                .body("items[0].language", equalTo("es"))
                .body("items[0].kinds", contains("CONDITIONS"))
                .body("items[0].lastReadAt", nullValue())
                .body("items[0].link", nullValue());
        fetched(Calendars.path(feed));
        owner.request()
                .get(FEEDS + "/" + feed.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("lastReadAt", notNullValue())
                .body("link", nullValue());
    }

    @Test
    void a_revoked_link_is_answered_like_one_that_never_was() {
        Tokens owner = somebody("officer");
        JsonPath feed = made(owner, NAMED);
        String at = FEEDS + "/" + feed.getString("id");
        owner.request().delete(at).then().statusCode(428);
        owner.request().header("If-Match", "\"1\"").delete(at).then().statusCode(204);
        Response revoked = RestAssured.given().get(Calendars.path(feed));
        Response unknown = RestAssured.given().get(FEEDS + "/cal_nothing.ics");
        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(revoked.jsonPath().getString("detail"))
                .isEqualTo(unknown.jsonPath().getString("detail"));
        owner.request().get(at).then().statusCode(404);
    }

    @Test
    void nobody_else_sees_or_revokes_it_but_a_manager_does() {
        String id = made(somebody("officer"), NAMED).getString("id");
        Tokens stranger = somebody("officer");
        stranger.request().get(FEEDS + "/" + id).then().statusCode(404);
        stranger.request().get(FEEDS).then().body("items.id", not(hasItem(id)));
        stranger.request()
                .header("If-Match", "\"1\"")
                .delete(FEEDS + "/" + id)
                .then()
                .statusCode(404);
        manager().header("If-Match", "\"1\"").delete(FEEDS + "/" + id).then().statusCode(204);
    }

    @Test
    void who_has_as_many_as_anybody_may_is_told_so() {
        Tokens owner = somebody("officer");
        for (int i = 0; i < 10; i++) {
            made(owner, NAMED);
        }
        json(owner.request(), NAMED)
                .post(FEEDS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:too-many-calendar-feeds"));
        manager()
                .get(FEEDS + "?owner="
                        + JsonPath.from(owner.request().get(FEEDS).asString()).getString("items[0].owner"))
                .then()
                .body("items.size()", equalTo(10));
    }

    @Test
    void a_language_or_kind_that_is_none_is_named() {
        Tokens owner = somebody("officer");
        json(owner.request(), Map.of("name", "Mine", "language", "de"))
                .post(FEEDS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/language"));
        json(owner.request(), Map.of("name", " ")).post(FEEDS).then().statusCode(422);
        json(owner.request(), Map.of("name", "Mine", "kinds", List.of("BIRTHDAYS")))
                .post(FEEDS)
                .then()
                .statusCode(400);
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        String link = link(somebody("partner").claim("authority", Given.authority("NE")));
        String tag = fetched(link).header("ETag");
        Response again = RestAssured.given().header("If-None-Match", tag).get(link);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void programs_are_told_its_name_and_when_to_look_again() {
        ICalendar calendar = Calendars.read(
                Calendars.path(made(somebody("officer"), Map.of("name", "Fristen; mine, yours\r\nX-EVIL:1"))));
        assertThat(calendar.getNames().getFirst().getValue()).isEqualTo("Fristen; mine, yours X-EVIL:1");
        assertThat(calendar.getRefreshInterval().getValue().getHours()).isEqualTo(1);
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue()).startsWith("Fristen\\; mine\\, yours");
        assertThat(calendar.getExperimentalProperty("X-EVIL")).isNull();
        assertThat(calendar.getExperimentalProperty("X-PUBLISHED-TTL").getValue())
                .isEqualTo("PT1H");
    }

    @Test
    void whole_days_are_days_wherever_one_is() {
        String title = "Whole " + UUID.randomUUID();
        Given.underReview("GE", title);
        String text = new String(
                        fetched(link(somebody("eu-delegation").claim("countries", List.of("GE"))))
                                .asByteArray(),
                        StandardCharsets.UTF_8)
                .replace("\r\n ", "");
        assertThat(text)
                .contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n")
                .containsPattern("\r\nDTSTART;VALUE=DATE:\\d{8}\r\nDTEND;VALUE=DATE:\\d{8}\r\n")
                .containsPattern("\r\nDTSTAMP:\\d{8}T\\d{6}Z\r\n")
                .contains("\r\nTRANSP:TRANSPARENT\r\n")
                .doesNotContain("BEGIN:VTIMEZONE");
    }

    @Test
    void no_line_is_longer_than_75_bytes_whatever_the_script() {
        String title = "გრძელი სათაური საზღვრის მართვის შესახებ, 🛂🛂🛂🛂🛂🛂🛂🛂🛂🛂🛂🛂🛂 et encore";
        Given.underReview("GE", title);
        String link = link(somebody("eu-delegation").claim("countries", List.of("GE")));
        String text = new String(fetched(link).asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContainPattern("(?<!\r)\n");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(Calendars.summaries(link, title)).hasSize(1);
    }

    @Test
    void the_secret_is_nowhere_in_the_database() throws SQLException {
        String link = link(somebody("officer"));
        fetched(link);
        String secret = link.substring(link.lastIndexOf('/') + 1, link.length() - ".ics".length());
        assertThat(secret).matches("cal_[A-Za-z0-9_-]{43}");
        assertThat(rowsWith("calendar_feed", secret)).isZero();
        assertThat(rowsWith("record_change", secret)).isZero();
        assertThat(rowsWith("audit_note", secret)).isZero();
        assertThat(rowsWith("event_log", secret)).isZero();
    }

    @Test
    void who_did_not_hear_the_link_hears_it_again_and_the_database_still_does_not_know_it() throws SQLException {
        Tokens owner = somebody("officer");
        String key = UUID.randomUUID().toString();
        String first = json(owner.request().header("Idempotency-Key", key), NAMED)
                .post(FEEDS)
                .path("link");
        json(owner.request().header("Idempotency-Key", key), NAMED)
                .post(FEEDS)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("link", equalTo(first));
        String secret = first.substring(first.lastIndexOf('/') + 1, first.length() - ".ics".length());
        assertThat(rowsWith("kept_answer", secret)).isZero();
        assertThat(rowsWith("kept_answer", key)).isZero();
    }

    private long rowsWith(String table, String text) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select count(*) from %1$s where strpos(cast(%1$s as text), ?) > 0".formatted(table))) {
            query.setString(1, text);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
