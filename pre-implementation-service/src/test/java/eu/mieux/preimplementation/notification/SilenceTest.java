package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.notification.Mailboxes.person;
import static eu.mieux.preimplementation.notification.Mailboxes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.mailing.RealMail;
import eu.mieux.preimplementation.notification.Mailboxes.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody speaks, and the last deadline passes: that a decision is due is told all the same. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(RealMail.class)
class SilenceTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @AfterEach
    void today() {
        RealMail.putForward(Duration.ZERO);
    }

    @Test
    void when_the_last_deadline_has_passed_in_silence_managers_are_told_and_again_after_more_time() {
        Person decides = person("manager", "hears-silence").told(Map.of());
        String id = Given.submitted("LS", "Nobody speaks");
        review(id, 1);
        String dayBefore = Given.submitted("LS", "The measure of it");
        review(dayBefore, 0);
        RealMail.putForward(Duration.ofDays(1));
        awaitClosed(dayBefore);
        assertThat(whatHappened(id)).as("on the last day").doesNotContain("request-review-closed");

        RealMail.putForward(Duration.ofDays(2));
        awaitMails(decides, id, 1);
        assertThat(text(decides.mails().getLast())).contains("or have had their time");
        manager()
                .get(requestAt(id, "/blockers"))
                .then()
                .body("items.what", hasItem("DECISION_DUE"))
                .body("items.what", not(hasItem("OPINION_AWAITED")));

        json(manager(), Map.of("until", today.plusDays(3).toString()))
                .post(requestAt(id, "/voices/HOME/extension"))
                .then()
                .statusCode(200);
        json(Given.steering("NEAR"), Map.of("opinion", "FAVOURABLE"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        RealMail.putForward(Duration.ofDays(4));
        awaitMails(decides, id, 2);
        assertThat(whatHappened(id).stream().filter("request-review-closed"::equals))
                .hasSize(2);
    }

    @Test
    void a_review_in_which_all_have_spoken_is_not_closed_by_its_deadline() {
        String id = Given.submitted("LS", "All speak");
        review(id, 1);
        for (String institution : Given.INSTITUTIONS) {
            json(Given.steering(institution), Map.of("opinion", "FAVOURABLE"))
                    .post(requestAt(id, "/opinions"))
                    .then()
                    .statusCode(200);
        }
        json(Given.delegation("LS"), Map.of("opinion", "NO_OBJECTION"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        String silent = Given.submitted("LS", "The measure of it");
        review(silent, 1);
        RealMail.putForward(Duration.ofDays(2));
        awaitClosed(silent);
        assertThat(whatHappened(id)).doesNotContain("request-review-closed");
    }

    private void review(String id, int days) {
        json(manager(), Map.of("opinionsUntil", today.plusDays(days).toString()))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200);
    }

    private static void awaitClosed(String id) {
        await().atMost(SOON).until(() -> whatHappened(id).contains("request-review-closed"));
    }

    private static List<String> whatHappened(String id) {
        return manager().get(requestAt(id, "/history?limit=200")).path("items.what");
    }

    private static void awaitMails(Person person, String id, int count) {
        String reference = manager().get(requestAt(id, "")).path("reference");
        String subject = "Request %s: a decision is due".formatted(reference);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(person.subjects().stream().filter(subject::equals))
                        .hasSize(count));
    }
}
