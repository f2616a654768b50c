package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.notification.Mailboxes.officer;
import static eu.mieux.preimplementation.notification.Mailboxes.steering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import eu.mieux.preimplementation.mailing.RealMail;
import eu.mieux.preimplementation.meeting.Convened;
import eu.mieux.preimplementation.notification.Mailboxes.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was so when it was to be told, and is not when the mail is written, is told to nobody. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(RealMail.class)
class OvertakenTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void of_a_clock_that_was_stopped_by_the_launch_nobody_is_warned() {
        Person late = officer("hears-of-launches", Warned.AFRICA).told(Map.of("SCREENING_DUE", "NEVER"));
        RealMail.goAway();
        try {
            String id = warned(late, "Launched meanwhile");
            String reference = manager().get(requestAt(id, "")).path("reference");
            String today = manager().get(requestAt(id, "")).path("submittedOn");
            UUID action = UUID.randomUUID();
            Stream.publish("action", action, 1, "action-launched", """
                    {"id": "%s", "code": "%s", "name": "Uganda XC", "launchedOn": "%s"}""".formatted(action, reference, today));
            awaitClock(id, "STOPPED");
        } finally {
            RealMail.comeBack();
        }
        await().atMost(SOON).until(() -> late.mailThatIs("DROPPED") != null);
        assertThat(late.mails()).isEmpty();
    }

    @Test
    void of_a_clock_that_stands_still_nobody_is_warned() {
        Person late = officer("hears-of-holds", Warned.AFRICA).told(Map.of("SCREENING_DUE", "NEVER"));
        RealMail.goAway();
        try {
            String id = warned(late, "Held meanwhile");
            json(manager(), Map.of("waitingFor", "PARTNER"))
                    .post(requestAt(id, "/hold"))
                    .then()
                    .statusCode(200);
            awaitClock(id, "STANDING_STILL");
        } finally {
            RealMail.comeBack();
        }
        await().atMost(SOON).until(() -> late.mailThatIs("DROPPED") != null);
        assertThat(late.mails()).isEmpty();
    }

    @Test
    void of_a_comment_that_was_resolved_nobody_is_told_that_it_is_open() {
        String fiche = Fiches.drafted("ML");
        Person drafts = officer("drafts-in-bamako", "AFRICA_WEST").told(Map.of());
        RealMail.goAway();
        try {
            String comment = json(manager(), Map.of("section", "RISKS", "text", "Which?"))
                    .post(Fiches.at(fiche, "/comments"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            await().atMost(SOON).until(() -> drafts.mailThatIs("QUEUED") != null);
            manager()
                    .post(Fiches.at(fiche, "/comments/" + comment + "/resolution"))
                    .then()
                    .statusCode(200);
        } finally {
            RealMail.comeBack();
        }
        await().atMost(SOON).until(() -> drafts.mailThatIs("DROPPED") != null);
        assertThat(drafts.mails()).isEmpty();
    }

    @Test
    void to_a_meeting_that_was_cancelled_nobody_is_called_nor_told_that_she_need_not_come() {
        Person eeas = steering("hears-of-cancellations", "EEAS").told(Map.of());
        Person sceptic = steering("reads-no-invitations", "EEAS").told(Map.of("MEETING_CONVENED", "NEVER"));
        RealMail.goAway();
        try {
            String cancelled = Convened.inAWeek();
            await().atMost(SOON).until(() -> eeas.mailThatIs("QUEUED") != null);
            json(manager(), Map.of("reason", "No quorum."))
                    .post(Convened.at(cancelled, "/cancellation"))
                    .then()
                    .statusCode(200);
        } finally {
            RealMail.comeBack();
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(eeas.mailsThatAre("DROPPED")).hasSize(2));
        assertThat(eeas.mails()).isEmpty();
        String day = new Wording("en").day(Convened.today().plusDays(7));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(sceptic.mails().stream().map(Mailboxes::subject))
                        .containsExactly("The meeting of the steering group on %s is cancelled".formatted(day)));
    }

    private static String warned(Person late, String title) {
        String id = Given.submitted("UG", title);
        Warned.of(id, 3, Instant.now());
        await().atMost(SOON).until(() -> late.mailThatIs("QUEUED") != null);
        return id;
    }

    private static void awaitClock(String id, String state) {
        await().atMost(SOON)
                .until(() ->
                        manager().get(requestAt(id, "/clock")).path("state").equals(state));
    }
}
