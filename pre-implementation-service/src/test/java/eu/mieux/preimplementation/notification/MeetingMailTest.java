package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.meeting.Convened.at;
import static eu.mieux.preimplementation.meeting.Convened.changed;
import static eu.mieux.preimplementation.meeting.Convened.inAWeek;
import static eu.mieux.preimplementation.meeting.Convened.minuted;
import static eu.mieux.preimplementation.meeting.Convened.minutes;
import static eu.mieux.preimplementation.meeting.Convened.plan;
import static eu.mieux.preimplementation.meeting.Convened.today;
import static eu.mieux.preimplementation.notification.Mailboxes.delegation;
import static eu.mieux.preimplementation.notification.Mailboxes.officer;
import static eu.mieux.preimplementation.notification.Mailboxes.steering;
import static eu.mieux.preimplementation.notification.Mailboxes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.mailing.RealMail;
import eu.mieux.preimplementation.meeting.Convened;
import eu.mieux.preimplementation.notification.Mailboxes.Person;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Meetings are told to those who take part: when and where, that they have changed, and that minutes are to be adopted. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(RealMail.class)
class MeetingMailTest {

    private static final String AFRICA = "AFRICA_CENTRAL_EASTERN_SOUTHERN";

    @Inject
    AgroalDataSource database;

    @Test
    void a_meeting_is_told_to_those_who_are_invited_and_to_officers_of_its_requests() {
        String request = Given.underReview("TZ", "On the agenda");
        json(Given.steering("HOME"), Map.of("reason", "A conflict of interest."))
                .post(requestAt(request, "/voices/HOME/recusal"))
                .then()
                .statusCode(200);
        Person home = steering("steps-back", "HOME").told(Map.of());
        Person lima = delegation("meets-in-lima", "PE").told(Map.of());
        Person asia = officer("prepares-asia", "ASIA").told(Map.of());
        Person near = steering("meets-at-near", "NEAR").told(Map.of());
        Person dodoma = delegation("meets-in-dodoma", "TZ").told("fr", Map.of());
        Person africa = officer("prepares-africa", AFRICA).told(Map.of());
        String id = inAWeek(request);

        near.awaitSubjects("The steering group meets on " + day(7));
        africa.awaitSubjects("The steering group meets on " + day(7));
        dodoma.awaitSubjects("Le comité de pilotage se réunit le " + new Wording("fr").day(today().plusDays(7)));
        assertThat(text(near.mail(2)))
                .contains("Meeting on %s, 10:00–12:30 (Europe/Brussels)".formatted(day(7)))
                .contains("The meeting is convened. Place: Room 02/17.")
                .contains("Look at the meeting and its agenda: https://front.example/meetings/" + id)
                .doesNotContain("meet.example", "On the agenda");

        Map<String, Object> renamed = plan(today().plusDays(7), request);
        renamed.put("title", "Steering group, as it is called now");
        changed(manager(), id, renamed).statusCode(200);
        changed(manager(), id, plan(today().plusDays(8), request)).statusCode(200);
        near.awaitSubjects(
                "The steering group meets on " + day(7), "The meeting of the steering group has changed: " + day(8));
        json(manager(), Map.of("reason", "No quorum."))
                .post(at(id, "/cancellation"))
                .then()
                .statusCode(200);
        near.awaitSubjects(
                "The steering group meets on " + day(7),
                "The meeting of the steering group has changed: " + day(8),
                "The meeting of the steering group on %s is cancelled".formatted(day(8)));
        assertThat(home.subjects()).isEmpty();
        assertThat(lima.subjects()).isEmpty();
        assertThat(asia.subjects()).isEmpty();
    }

    @Test
    void who_is_invited_by_another_agenda_is_called_and_the_others_hear_only_of_another_time() {
        String first = Given.underReview("TZ", "There from the beginning");
        String second = Given.underReview("MW", "Added");
        Person near = steering("hears-once", "NEAR").told(Map.of());
        Person lilongwe = delegation("added", "MW").told(Map.of());
        String id = inAWeek(first);
        near.awaitSubjects("The steering group meets on " + day(7));
        changed(manager(), id, plan(today().plusDays(7), first, second)).statusCode(200);
        lilongwe.awaitSubjects("The steering group meets on " + day(7));
        changed(manager(), id, plan(today().plusDays(9), second)).statusCode(200);
        lilongwe.awaitSubjects(
                "The steering group meets on " + day(7), "The meeting of the steering group has changed: " + day(9));
        near.awaitSubjects(
                "The steering group meets on " + day(7), "The meeting of the steering group has changed: " + day(9));
    }

    @Test
    void a_meeting_about_no_request_is_the_steering_groups() {
        Person dodoma = delegation("has-no-topic", "TZ").told(Map.of());
        Person africa = officer("has-no-request", AFRICA).told(Map.of());
        Person eeas = steering("has-a-topic", "EEAS").told(Map.of());
        inAWeek();
        eeas.awaitSubjects("The steering group meets on " + day(7));
        assertThat(africa.subjects()).isEmpty();
        assertThat(dodoma.subjects()).isEmpty();
    }

    @Test
    void that_minutes_are_to_be_adopted_is_told_once() {
        Person near = steering("reads-minutes", "NEAR").told(Map.of());
        String id = Convened.minuted(Given.underReview("TZ", "Minuted"));
        String written = "The minutes of the meeting on %s are to be adopted".formatted(day(0));
        await().untilAsserted(() -> assertThat(near.subjects()).contains(written));
        assertThat(text(near.mail(near.subjects().indexOf(written) + 2)))
                .contains("Look at the minutes of the meeting: https://front.example/meetings/" + id);
        Map<String, Object> again = new HashMap<>(minutes());
        again.put("attended", List.of(Map.of("institution", "NEAR")));
        minuted(manager(), id, again).statusCode(200);
        awaitEvents(id, "eu.mieux.meeting-minutes-drafted", 2);
        inAWeek();
        await().untilAsserted(() -> assertThat(near.subjects()).contains("The steering group meets on " + day(7)));
        assertThat(near.subjects()).containsOnlyOnce(written);
    }

    @Test
    void of_meetings_of_before_there_were_such_mails_nobody_is_told() throws SQLException {
        Person near = steering("reads-no-history", "NEAR").told(Map.of());
        String before;
        start("now() + interval '1 hour'");
        try {
            before = inAWeek();
            awaitEvents(before, "eu.mieux.meeting-planned", 1);
            Person other = officer("measures", AFRICA).told(Map.of());
            String measure = Given.submitted("TZ", "The measure of it");
            other.awaitSubjects("Request %s: to be screened"
                    .formatted(manager().get(requestAt(measure, "")).<String>path("reference")));
        } finally {
            start("now() - interval '1 hour'");
        }
        changed(manager(), before, plan(today().plusDays(8))).statusCode(200);
        near.awaitSubjects("The steering group meets on " + day(8));
    }

    private void start(String at) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update mail_start set at = " + at + " where what = 'meeting'");
        }
    }

    private static void awaitEvents(String id, String type, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Stream.published("mieux.meeting").stream()
                                .filter(event ->
                                        event.key().equals(id) && event.type().equals(type))
                                .count()
                        == count);
    }

    private static String day(int days) {
        return new Wording("en").day(today().plusDays(days));
    }
}
