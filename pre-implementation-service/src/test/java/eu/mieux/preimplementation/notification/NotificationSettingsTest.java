package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.notification.Mailboxes.MINE;
import static eu.mieux.preimplementation.notification.Mailboxes.html;
import static eu.mieux.preimplementation.notification.Mailboxes.link;
import static eu.mieux.preimplementation.notification.Mailboxes.path;
import static eu.mieux.preimplementation.notification.Mailboxes.person;
import static eu.mieux.preimplementation.notification.Mailboxes.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.mailing.RealMail;
import eu.mieux.preimplementation.notification.Mailboxes.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where, in which language and when somebody is told; and that an address is hers. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(RealMail.class)
class NotificationSettingsTest {

    @Test
    void nobody_is_told_anything_before_she_says_where() {
        person("manager", "unset")
                .token()
                .request()
                .get(MINE)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("address", nullValue())
                .body("language", equalTo("en"))
                .body("kinds.delivery", everyItem(equalTo("AT_ONCE")));
    }

    @Test
    void an_address_is_in_a_domain() {
        Person nobody = person("manager", "nowhere");
        String etag = nobody.token().request().get(MINE).header("ETag");
        for (String address : List.of("a@b", "a@[127.0.0.1]", "a@127.0.0.1", "a@localhost")) {
            json(nobody.token().request().header("If-Match", etag), Map.of("address", address, "language", "en"))
                    .put(MINE)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/address"));
        }
    }

    @Test
    void an_address_is_hers_when_she_has_pressed_the_button_that_the_mail_leads_to() {
        Person anna = person("manager", "anna");
        anna.set("fr", Map.of("CLOCK_AT_RISK", "NEVER"))
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("address", nullValue())
                .body("unconfirmedAddress", equalTo(anna.address()))
                .body("kinds.find { it.kind == 'CLOCK_AT_RISK' }.delivery", equalTo("NEVER"));
        assertThat(subject(anna.mail(1))).isEqualTo("Veuillez confirmer cette adresse");
        String link = path(link(anna.mail(1)));
        assertThat(html(anna.mail(1))).contains("Confirmer l’adresse").contains(link);
        browser()
                .get(link)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<form method=\"post\">"));
        RestAssured.given().get(link).then().statusCode(200).body("done", equalTo(false));
        anna.token().request().get(MINE).then().body("address", nullValue());
        browser().post(link).then().statusCode(200).body(containsString("confirmée"), not(containsString("<form")));
        RestAssured.given().post(link).then().statusCode(200).body("done", equalTo(true));
        anna.token()
                .request()
                .get(MINE)
                .then()
                .body("address", equalTo(anna.address()))
                .body("unconfirmedAddress", nullValue());
    }

    @Test
    void a_link_that_was_made_up_leads_nowhere() {
        Person guessed = person("manager", "guessed");
        guessed.set("en", Map.of()).statusCode(200);
        String link = path(link(guessed.mail(1)));
        for (String wrong : List.of(
                link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A"),
                "/api/v1/notification-settings/confirmations/nonsense",
                "/api/v1/notification-settings/unsubscriptions/0190a0a0-0000-7000-8000-000000000000.DECISION_DUE.x")) {
            RestAssured.given()
                    .post(wrong)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:mieux:problem:mail-link-unknown"));
            browser()
                    .header("Accept-Language", "es")
                    .get(wrong)
                    .then()
                    .statusCode(404)
                    .contentType("text/html")
                    .body(containsString("Este enlace no es válido"), not(containsString("<form")));
        }
    }

    @Test
    void a_link_to_confirm_is_good_for_three_days() {
        Person late = person("manager", "late");
        late.set("en", Map.of()).statusCode(200);
        String link = path(link(late.mail(1)));
        RealMail.putForward(Duration.ofDays(3).plusMinutes(1));
        try {
            RestAssured.given().post(link).then().statusCode(404);
        } finally {
            RealMail.putForward(Duration.ZERO);
        }
        RestAssured.given().post(link).then().statusCode(200);
    }

    @Test
    void until_a_new_address_is_confirmed_the_one_before_is_good() {
        Person before = person("manager", "moves").told(Map.of());
        Person after = new Person(before.token(), "moved@mieux.example");
        after.set("en", Map.of())
                .statusCode(200)
                .body("address", equalTo("moves@mieux.example"))
                .body("unconfirmedAddress", equalTo("moved@mieux.example"));
        String link = path(link(after.mail(1)));
        before.set("en", Map.of()).statusCode(200).body("unconfirmedAddress", nullValue());
        RestAssured.given().post(link).then().statusCode(404);
    }

    @Test
    void what_cannot_be_meant_is_refused_with_its_field() {
        RequestSpecification her = person("manager", "careless").token().request();
        json(her.header("If-Match", "\"1\""), Map.of("address", "nobody", "language", "english"))
                .put(MINE)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/address", "/language"));
        Map<String, String> twice = Map.of("kind", "DECISION_DUE", "delivery", "NEVER");
        json(
                        person("manager", "careless").token().request().header("If-Match", "\"1\""),
                        Map.of("address", "a@mieux.example", "language", "de", "kinds", List.of(twice, twice)))
                .put(MINE)
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/language", "/kinds/1/kind"));
    }

    @Test
    void a_change_needs_the_etag_of_what_was_read() {
        Person two = person("manager", "two-tabs");
        Map<String, Object> command = Map.of("address", two.address(), "language", "en");
        json(two.token().request(), command).put(MINE).then().statusCode(428);
        two.set("en", Map.of()).statusCode(200);
        json(two.token().request().header("If-Match", "\"1\""), command)
                .put(MINE)
                .then()
                .statusCode(412);
    }

    @Test
    void mailboxes_of_others_cannot_be_filled() {
        Person victim = new Person(person("manager", "flooder").token(), "victim@mieux.example");
        for (int i = 0; i < 5; i++) {
            victim.set("en", Map.of()).statusCode(200);
        }
        victim.set("en", Map.of()).statusCode(429);
        victim.token().request().header("If-Match", "*").delete(MINE).then().statusCode(204);
        victim.set("en", Map.of()).statusCode(429).body("type", equalTo("urn:mieux:problem:too-many-confirmations"));
        new Person(person("manager", "accomplice").token(), victim.address())
                .set("en", Map.of())
                .statusCode(429);
    }

    @Test
    void whoever_deletes_her_settings_is_forgotten() {
        Person gone = person("manager", "gone").told(Map.of());
        String etag = gone.token().request().get(MINE).header("ETag");
        gone.token().request().header("If-Match", etag).delete(MINE).then().statusCode(204);
        gone.token().request().get(MINE).then().header("ETag", equalTo("\"1\"")).body("address", nullValue());
    }

    private static RequestSpecification browser() {
        return RestAssured.given().accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }
}
