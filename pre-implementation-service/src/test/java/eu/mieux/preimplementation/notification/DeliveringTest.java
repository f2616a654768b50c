package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.notification.Mailboxes.header;
import static eu.mieux.preimplementation.notification.Mailboxes.html;
import static eu.mieux.preimplementation.notification.Mailboxes.officer;
import static eu.mieux.preimplementation.notification.Mailboxes.path;
import static eu.mieux.preimplementation.notification.Mailboxes.person;
import static eu.mieux.preimplementation.notification.Mailboxes.soon;
import static eu.mieux.preimplementation.notification.Mailboxes.subject;
import static eu.mieux.preimplementation.notification.Mailboxes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.mailing.RealMail;
import eu.mieux.preimplementation.notification.Mailboxes.Person;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How mails arrive: once, as soon as the mail server is there, or with the digest; and how one gets no more of them. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(RealMail.class)
class DeliveringTest {

    private static final String AFRICA = "AFRICA_CENTRAL_EASTERN_SOUTHERN";
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Inject
    AgroalDataSource database;

    @AfterEach
    void the_time_is_what_it_is() {
        RealMail.putForward(Duration.ZERO);
    }

    @Test
    void a_title_is_text_wherever_it_stands() {
        Person reads = officer("reads-titles", AFRICA).told("es", Map.of());
        String id = Given.submitted("UG", "<b>Bold</b>\r\nBcc: all@mieux.example");
        MimeMessage mail = reads.mail(2);
        assertThat(subject(mail)).isEqualTo("Solicitud %s: por examinar".formatted(reference(id)));
        assertThat(header(mail, "Bcc")).isEmpty();
        assertThat(html(mail)).contains("&lt;b&gt;Bold&lt;/b&gt;").contains("La solicitud ha sido presentada.");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(mail, "List-Unsubscribe")).startsWith("<http").endsWith(">");
        assertThat(header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(mail, "Content-Language")).isEqualTo("es");
    }

    @Test
    void looking_at_the_link_changes_nothing_and_following_it_ends_one_kind() {
        Person leaves = officer("leaves", AFRICA).told(Map.of());
        Given.submitted("UG", "The last that she is told");
        String link = path(header(leaves.mail(2), "List-Unsubscribe").replaceAll("[<>]", ""));
        RestAssured.given()
                .get(link)
                .then()
                .statusCode(200)
                .body("done", equalTo(false))
                .body("unsubscribesFrom", equalTo("SCREENING_DUE"));
        for (int i = 0; i < 2; i++) {
            RestAssured.given()
                    .contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(link)
                    .then()
                    .statusCode(200)
                    .body("done", equalTo(true));
        }
        leaves.token()
                .request()
                .get(Mailboxes.MINE)
                .then()
                .body("kinds.findAll { it.delivery == 'NEVER' }.kind", equalTo(List.of("SCREENING_DUE")));
        Person stays = officer("stays", AFRICA).told(Map.of());
        Given.submitted("UG", "Not for her");
        stays.mail(2);
        assertThat(leaves.subjects()).hasSize(1);
    }

    @Test
    void a_mail_server_that_is_away_delays_mails_and_nothing_else() {
        Person waits = officer("waits", AFRICA).told(Map.of());
        RealMail.goAway();
        String first;
        try {
            first = Given.submitted("UG", "While it was away");
            soon().untilAsserted(() -> manager()
                    .get("/api/v1/notifications?state=QUEUED")
                    .then()
                    .body(
                            "items.find { it.attempts > 0 && it.address == 'waits@mieux.example' }.kinds",
                            equalTo(List.of("SCREENING_DUE"))));
            RestAssured.given().get("/q/health/ready").then().statusCode(200);
        } finally {
            RealMail.comeBack();
        }
        soon().until(() -> waits.mails().stream().anyMatch(mail -> subject(mail).contains(reference(first))));
        assertThat(waits.mails()).hasSize(1);
    }

    @Test
    void what_could_not_be_sent_for_days_is_parked_until_a_manager_sends_it_again() {
        Person parked = officer("parked", AFRICA).told(Map.of());
        RealMail.goAway();
        String id;
        try {
            id = Given.submitted("UG", "Too late");
            soon().until(() -> parked.mailThatIs("QUEUED") != null);
            RealMail.putForward(Duration.ofDays(3).plusMinutes(1));
            soon().until(() -> parked.mailThatIs("PARKED") != null);
        } finally {
            // In this order: what became due in those days is not sent.
            RealMail.putForward(Duration.ZERO);
            RealMail.comeBack();
        }
        String at = "/api/v1/notifications/" + parked.mailThatIs("PARKED");
        manager().post(at + "/resending").then().statusCode(202).body("state", equalTo("QUEUED"));
        soon().until(() -> manager().get(at).path("state").equals("SENT"));
        assertThat(parked.mails().stream().map(Mailboxes::subject))
                .containsExactly("Request %s: to be screened".formatted(reference(id)));
        manager()
                .post(at + "/resending")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:notification-not-parked"));
    }

    @Test
    void who_dies_between_sending_and_writing_it_down_sends_it_again_under_the_same_id() throws SQLException {
        Person twice = officer("twice", AFRICA).told(Map.of());
        Given.submitted("UG", "Sent twice");
        twice.mail(2);
        String mail = twice.mailThatIs("SENT");
        // What such a death leaves behind.
        execute("update mail set state = 'QUEUED', leased_until = now() where id = '" + mail + "'");
        twice.mail(3);
        assertThat(header(twice.mail(3), "Message-ID"))
                .isEqualTo(header(twice.mail(2), "Message-ID"))
                .startsWith("<" + mail + "@");
    }

    @Test
    void the_digest_comes_once_a_day_with_all_that_still_waits() {
        Person daily = officer("daily", AFRICA)
                .told("fr", Map.of("SCREENING_DUE", "DAILY_DIGEST", "CONDITION_SETTLED", "NEVER"));
        String first = Given.submitted("UG", "First of the day");
        String second = Given.submitted("UG", "Second of the day");
        String done = Given.submitted("UG", "Screened meanwhile");
        manager().post(requestAt(done, "/review")).then().statusCode(200);
        Person atOnce = person("manager", "at-once").told(Map.of());
        putForwardTo(1, 6, 58);
        // Whatever is sent at this hour, the digest is not.
        atOnce.set("en", Map.of("DECISION_DUE", "NEVER")).statusCode(200);
        assertThat(daily.subjects()).isEmpty();
        putForwardTo(1, 7, 1);
        daily.awaitSubjects("Ce qui vous attend : 2 points");
        String text = text(daily.mail(2));
        assertThat(text)
                .contains("First of the day", reference(first), "Second of the day", reference(second))
                .doesNotContain("Screened meanwhile")
                .contains("récapitulatif quotidien");
        Person present = officer("present", AFRICA).told(Map.of());
        String next = Given.submitted("UG", "For the next day");
        present.awaitSubjects("Request %s: to be screened".formatted(reference(next)));
        putForwardTo(1, 23, 59);
        putForwardTo(2, 7, 1);
        daily.awaitSubjects("Ce qui vous attend : 2 points", "Ce qui vous attend : 1 point");
        putForwardTo(3, 7, 1);
        assertThat(daily.subjects()).hasSize(2);
    }

    private static void putForwardTo(int days, int hour, int minute) {
        ZonedDateTime now = ZonedDateTime.now(BRUSSELS);
        ZonedDateTime then =
                now.toLocalDate().plusDays(days).atTime(hour, minute).atZone(BRUSSELS);
        RealMail.putForward(Duration.between(now, then));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String reference(String id) {
        return manager().get(requestAt(id, "")).path("reference");
    }
}
