package eu.mieux.preimplementation.meeting;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static eu.mieux.preimplementation.meeting.Convened.at;
import static eu.mieux.preimplementation.meeting.Convened.changed;
import static eu.mieux.preimplementation.meeting.Convened.inAWeek;
import static eu.mieux.preimplementation.meeting.Convened.plan;
import static eu.mieux.preimplementation.meeting.Convened.planned;
import static eu.mieux.preimplementation.meeting.Convened.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Planning meetings, changing one's mind, and who sees which. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ConveningTest {

    @Test
    void a_meeting_is_planned_in_the_facilitys_time_with_those_who_are_asked_about_its_requests() {
        String request = Given.underReview("BO", "On the agenda");
        String reference = reference(request);
        LocalDate day = today().plusDays(7);
        String id = planned(officer("LATIN_AMERICA_CARIBBEAN"), plan(day, reference))
                .statusCode(201)
                .body("status", equalTo("PLANNED"))
                .body("zone", equalTo("Europe/Brussels"))
                .body(
                        "startsAt",
                        equalTo(day.atTime(10, 0)
                                .atZone(ZoneId.of("Europe/Brussels"))
                                .toInstant()
                                .toString()))
                .body("agenda.request", contains(reference, null))
                .body("agenda.title", contains("On the agenda", "Any other business"))
                .body("invited", contains("EEAS", "EUD-BO", "HOME", "INTPA", "NEAR"))
                .body("minutes", nullValue())
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Stream.published("mieux.meeting").stream()
                        .anyMatch(
                                event -> event.key().equals(id) && event.type().equals("eu.mieux.meeting-planned")));
        json(steering("HOME"), Map.of("reason", "A conflict of interest."))
                .post(requestAt(request, "/voices/HOME/recusal"))
                .then()
                .statusCode(200);
        for (RequestSpecification following : List.of(manager(), steering("INTPA"))) {
            following.get(at(id, "")).then().body("invited", contains("EEAS", "EUD-BO", "INTPA", "NEAR"));
        }
        // Who may not know who has stepped back reads who was asked.
        delegation("BO").get(at(id, "")).then().body("invited", contains("EEAS", "EUD-BO", "HOME", "INTPA", "NEAR"));
    }

    @Test
    void an_agenda_has_requests_under_review_once_each_and_topics() {
        String decided = Given.rejected("BO", "Decided");
        String open = reference(Given.underReview("BO", "Open"));
        Map<String, Object> wrong = plan(today(), decided, open, open, "2001-99");
        planned(manager(), wrong)
                .statusCode(422)
                .body("errors.pointer", contains("/agenda/0/request", "/agenda/2/request", "/agenda/3/request"));
        Map<String, Object> both = plan(today());
        both.put("agenda", List.of(Map.of("request", open, "topic", "Both"), Map.of()));
        planned(manager(), both).statusCode(422).body("errors.pointer", contains("/agenda/0", "/agenda/1"));
        planned(officer("ASIA"), plan(today(), open))
                .statusCode(422)
                .body("errors.pointer", contains("/agenda/0/request"));
    }

    @Test
    void nobody_met_about_a_request_before_it_was_submitted() {
        String request = reference(Given.underReview("BO", "Submitted today"));
        planned(manager(), plan(today().minusDays(1), request))
                .statusCode(422)
                .body("errors.pointer", contains("/agenda/0/request"))
                .body(
                        "errors[0].detail",
                        equalTo("Request %s was submitted on %s: take it off the agenda, or meet on that day or later."
                                .formatted(request, today())));
        planned(manager(), plan(today().minusDays(1))).statusCode(201);
        String id = planned(manager(), plan(today(), request))
                .statusCode(201)
                .extract()
                .path("id");
        changed(manager(), id, plan(today().minusDays(1), request))
                .statusCode(422)
                .body("errors.pointer", contains("/agenda/0/request"));
        changed(manager(), id, plan(today().minusDays(1))).statusCode(200);
    }

    @Test
    void a_time_or_place_that_makes_no_sense_is_named() {
        Map<String, Object> wrong = plan(LocalDate.of(2500, 1, 1));
        wrong.put("until", "09:59");
        wrong.put("place", " ");
        wrong.put("link", null);
        planned(manager(), wrong).statusCode(422).body("errors.pointer", contains("/until", "/day", "/place"));
        wrong.put("link", "javascript:alert(1)");
        planned(manager(), wrong).statusCode(422).body("errors.pointer", hasItem("/link"));
        wrong.put("from", "25:00");
        planned(manager(), wrong).statusCode(422).body("errors.pointer", contains("/from"));
    }

    @Test
    void a_time_that_the_clocks_leave_out_is_refused() {
        LocalDate clocksGoForward = LocalDate.of(2027, 3, 28);
        Map<String, Object> wrong = plan(clocksGoForward);
        wrong.put("from", "02:15");
        planned(manager(), wrong)
                .statusCode(422)
                .body("errors.pointer", contains("/from"))
                .body(
                        "errors[0].detail",
                        equalTo("On 2027-03-28 the clocks go from 02:00 to 03:00 (Europe/Brussels): take a time"
                                + " before or after that."));
        wrong.put("from", "01:30");
        wrong.put("until", "02:59");
        planned(manager(), wrong).statusCode(422).body("errors.pointer", contains("/until"));
        wrong.put("until", "03:00");
        String id = planned(manager(), wrong)
                .statusCode(201)
                .body("startsAt", equalTo("2027-03-28T00:30:00Z"))
                .body("endsAt", equalTo("2027-03-28T01:00:00Z"))
                .extract()
                .path("id");
        wrong.put("from", "02:00");
        changed(manager(), id, wrong).statusCode(422).body("errors.pointer", contains("/from"));
        Map<String, Object> twice = plan(LocalDate.of(2027, 10, 31));
        twice.put("from", "02:15");
        planned(manager(), twice).statusCode(201).body("startsAt", equalTo("2027-10-31T00:15:00Z"));
    }

    @Test
    void a_change_is_of_the_time_or_of_the_agenda_and_what_was_decided_meanwhile_may_stay() {
        String request = Given.underReview("BO", "Decided before the meeting");
        String id = inAWeek(request);
        Map<String, Object> later = plan(today().plusDays(8), request);
        changed(manager(), id, later).statusCode(200).header("ETag", "\"2\"");
        changed(manager(), id, later).statusCode(200).header("ETag", "\"2\"");
        json(manager(), Map.of("outcome", "REJECTED", "overrideReason", "Withdrawn by telephone."))
                .post(requestAt(request, "/decision"))
                .then()
                .statusCode(200);
        String other = Given.underReview("BO", "Added");
        changed(manager(), id, plan(today().plusDays(8), other, request))
                .statusCode(200)
                .body("agenda.title", contains("Added", "Decided before the meeting", "Any other business"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(types(id))
                        .containsExactly(
                                "eu.mieux.meeting-planned",
                                "eu.mieux.meeting-moved",
                                "eu.mieux.meeting-agenda-changed"));
        json(manager(), later).put(at(id, "")).then().statusCode(428);
        json(manager().header("If-Match", "\"1\""), later)
                .put(at(id, ""))
                .then()
                .statusCode(412);
    }

    @Test
    void a_meeting_is_held_once_it_has_begun_or_cancelled_and_then_stays_so() {
        String ahead = inAWeek();
        manager()
                .post(at(ahead, "/end"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:meeting-not-begun"));
        json(manager(), Map.of("reason", "No quorum."))
                .post(at(ahead, "/cancellation"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("cancelledBecause", equalTo("No quorum."));
        changed(manager(), ahead, plan(today()))
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:meeting-closed"));
        String held = Convened.held();
        json(manager(), Map.of("reason", "Too late."))
                .post(at(held, "/cancellation"))
                .then()
                .statusCode(409);
    }

    private static List<String> types(String id) {
        return Stream.published("mieux.meeting").stream()
                .filter(event -> event.key().equals(id))
                .map(Stream.Published::type)
                .toList();
    }

    private static String reference(String request) {
        return manager().get(requestAt(request, "")).path("reference");
    }
}
