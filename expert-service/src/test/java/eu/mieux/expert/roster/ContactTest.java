package eu.mieux.expert.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.expert.Roster;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How experts are reached, and who is told. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ContactTest {

    private static final Map<String, String> CONTACT =
            Map.of("email", "ελένη@example.org", "phone", "+30 210 000 0000 ext. 7");

    @ParameterizedTest
    @ValueSource(strings = {"emm", "manager", "auditor", "expert"})
    void those_who_look_after_the_roster_and_herself_see_her_contact(String role) {
        String key = Roster.registered(Map.of("contact", CONTACT));
        read(key, Tokens.of(role).claim("expert", key)).body("contact", equalTo(CONTACT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "client"})
    void from_the_view_of_others_it_is_absent(String role) {
        String key = Roster.registered(Map.of("contact", CONTACT));
        Tokens viewer = Tokens.of(role).claim("expert", key).claim("scope", "experts:read");
        read(key, viewer).body("key", equalTo(key)).body("$", not(hasKey("contact")));
    }

    @Test
    void of_a_list_each_item_has_it_or_not_for_itself() {
        String own = Roster.registered(Map.of("nationality", "MC", "contact", CONTACT));
        String other = Roster.registered(Map.of("nationality", "MC", "contact", CONTACT));
        Tokens both = Tokens.of("officer").claim("roles", List.of("officer", "expert"));
        ValidatableResponse list = list(both.claim("expert", own));
        list.body("items.find { it.key == '%s' }.contact".formatted(own), equalTo(CONTACT));
        list.body("items.find { it.key == '%s' }".formatted(other), not(hasKey("contact")));
        read(own, both).body("contact", equalTo(CONTACT));
        read(other, both).body("$", not(hasKey("contact")));
        list(Tokens.of("officer")).body("items.findAll { it.containsKey('contact') }", equalTo(List.of()));
        list(Tokens.of("emm")).body("items.findAll { !it.containsKey('contact') }", equalTo(List.of()));
    }

    @Test
    void an_unknown_contact_is_there_and_empty_for_those_who_would_see_it() {
        read(Roster.registered(), Tokens.of("emm"))
                .body("contact.email", nullValue())
                .body("contact", hasKey("phone"));
    }

    @Test
    void she_amends_it_herself_and_what_she_leaves_out_is_unknown() {
        String key = Roster.registered();
        amend(key, "\"1\"", Map.of("category", "ICMPD", "contact", CONTACT))
                .header("ETag", equalTo("\"2\""))
                .body("contact", equalTo(CONTACT));
        amend(key, "\"2\"", Map.of("category", "ICMPD", "contact", CONTACT)).header("ETag", equalTo("\"2\""));
        amend(key, "\"2\"", Map.of("category", "ICMPD")).body("contact.email", nullValue());
    }

    @Test
    void what_reaches_nobody_is_refused() {
        refused(Map.of("email", "\u200b@\u200b", "phone", "\u2800"))
                .containsExactly("/contact/email", "/contact/phone");
        refused(Map.of("email", "a@" + "b".repeat(253), "phone", "1".repeat(41)))
                .containsExactly("/contact/email", "/contact/phone");
        refused(Map.of("email", "not an address")).containsExactly("/contact/email");
    }

    @Test
    void a_portfolio_neither_tells_nor_wipes_it() {
        String key = Roster.registered(Map.of("nationality", "VA", "contact", CONTACT));
        String exported = Csv.exported("experts");
        assertThat(exported).doesNotContain("@example.org", "+30 210").contains(key + ",");
        String row = exported.lines()
                .filter(line -> line.startsWith(key + ","))
                .findFirst()
                .orElseThrow();
        String header = exported.lines().findFirst().orElseThrow();
        String edited = header + "\n" + row.replace("SOUTHERN_ADMINISTRATION", "ICMPD") + "\n";
        Csv.assertCounts(Csv.imported("experts", edited), 0, 1, 0);
        read(key, Tokens.of("emm")).body("category", equalTo("ICMPD")).body("contact", equalTo(CONTACT));
    }

    @Test
    void events_do_not_tell_it() {
        String key = Roster.registered(Map.of("contact", CONTACT));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Stream.published("mieux.expert"))
                        .filteredOn(event -> event.value().contains("\"" + key + "\""))
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.value()).doesNotContain("contact", "@example.org", "+30 210")));
    }

    private static ListAssert<String> refused(Map<String, String> contact) {
        List<String> pointers = Tokens.as("emm")
                .contentType(ContentType.JSON)
                .body(Map.of("category", "ICMPD", "contact", contact))
                .post("/api/v1/experts")
                .then()
                .statusCode(422)
                .extract()
                .path("errors.pointer");
        return assertThat(pointers.stream().sorted().distinct().toList());
    }

    private static ValidatableResponse amend(String key, String ifMatch, Map<String, Object> profile) {
        return Roster.herself(key)
                .request()
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(profile)
                .put("/api/v1/experts/" + key)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(Tokens viewer) {
        return viewer.request()
                .get("/api/v1/experts?nationality=MC&limit=200")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse read(String key, Tokens viewer) {
        return viewer.request().get("/api/v1/experts/" + key).then().statusCode(200);
    }
}
