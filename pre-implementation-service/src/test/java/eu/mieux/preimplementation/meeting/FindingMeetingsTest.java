package eu.mieux.preimplementation.meeting;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.meeting.Convened.MEETINGS;
import static eu.mieux.preimplementation.meeting.Convened.at;
import static eu.mieux.preimplementation.meeting.Convened.changed;
import static eu.mieux.preimplementation.meeting.Convened.inAWeek;
import static eu.mieux.preimplementation.meeting.Convened.plan;
import static eu.mieux.preimplementation.meeting.Convened.planned;
import static eu.mieux.preimplementation.meeting.Convened.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import biweekly.component.VEvent;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.feed.Calendars;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who sees which meetings, in lists and calendars. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FindingMeetingsTest {

    @Test
    void a_delegation_sees_meetings_about_its_country_and_of_other_requests_the_reference_alone() {
        String hers = Given.underReview("BO", "Of Bolivia");
        String foreign = Given.underReview("MN", "Of Mongolia");
        String id = inAWeek(foreign, hers);
        delegation("BO")
                .get(at(id, ""))
                .then()
                .statusCode(200)
                .body("agenda.request", contains(reference(foreign), reference(hers), null))
                .body("agenda.title", contains(null, "Of Bolivia", "Any other business"))
                .body("agenda[0].keySet()", contains("request"))
                .body("agenda[1].requestId", equalTo(hers))
                .body("invited", not(hasItem("EUD-MN")));
        delegation("PE").get(at(id, "")).then().statusCode(404);
        partner(Given.authority("BO")).get(at(id, "")).then().statusCode(403);
        officer("ASIA")
                .get(at(id, ""))
                .then()
                .statusCode(200)
                .body("agenda.title", contains("Of Mongolia", null, "Any other business"));
        changed(officer("ASIA"), id, plan(today().plusDays(9), foreign))
                .statusCode(403)
                .body("type", equalTo("urn:mieux:problem:agenda-beyond-you"));
    }

    @Test
    void meetings_are_listed_by_day_and_found_by_request() {
        String request = Given.underReview("BO", "Listed");
        String later = planned(manager(), plan(LocalDate.of(2031, 5, 6), request))
                .extract()
                .path("id");
        String earlier = planned(manager(), plan(LocalDate.of(2031, 5, 5), request))
                .extract()
                .path("id");
        manager().get(MEETINGS + "?request=" + reference(request)).then().body("items.id", contains(later, earlier));
        manager()
                .get(MEETINGS + "?sort=day&limit=1&request=" + request)
                .then()
                .body("items.id", contains(earlier))
                .body("items[0].requests", contains(reference(request)));
        String next = manager()
                .get(MEETINGS + "?limit=1&request=" + request)
                .then()
                .extract()
                .path("next");
        manager()
                .get(MEETINGS + "?limit=1&request=" + request + "&cursor=" + next)
                .then()
                .body("items.id", contains(earlier))
                .body("next", nullValue());
        manager()
                .get(MEETINGS + "?from=2031-05-06&until=2031-05-06&status=PLANNED&request=" + request)
                .then()
                .body("items.id", contains(later));
    }

    @Test
    void by_a_request_out_of_sight_no_meeting_is_found() {
        String hers = Given.underReview("BO", "Of Bolivia, found");
        String foreign = Given.underReview("MN", "Of Mongolia, not found");
        String id = inAWeek(foreign, hers);
        for (String named : List.of(foreign, reference(foreign))) {
            delegation("BO").get(MEETINGS + "?request=" + named).then().body("items", empty());
            officer("LATIN_AMERICA_CARIBBEAN")
                    .get(MEETINGS + "?request=" + named)
                    .then()
                    .body("items", empty());
            delegation("MN").get(MEETINGS + "?request=" + named).then().body("items.id", contains(id));
        }
        delegation("BO").get(MEETINGS + "?request=" + hers).then().body("items.id", contains(id));
    }

    @Test
    void a_meeting_stands_in_the_calendars_of_those_who_see_it_and_moves_there() {
        String request = Given.underReview("BO", "In calendars");
        Map<String, Object> plan = plan(today().plusDays(7), request);
        String title = "Meeting " + UUID.randomUUID();
        plan.put("title", title);
        String id = planned(manager(), plan).extract().path("id");
        String link = Calendars.link(Calendars.somebody("steering-member").claim("institution", "HOME"));
        VEvent before = Calendars.entry(link, title);
        assertThat(before.getDateStart().getValue())
                .hasSameTimeAs(Date.from(Instant.parse(manager().get(at(id, "")).path("startsAt"))));
        assertThat(before.getLocation().getValue()).isEqualTo("Room 02/17");
        assertThat(before.toString()).doesNotContain("meet.example");
        plan.put("day", today().plusDays(9).toString());
        changed(manager(), id, plan).statusCode(200);
        VEvent after = Calendars.entry(link, title);
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getDateStart().getValue())
                .isAfter(before.getDateStart().getValue());
        json(manager(), Map.of("reason", "No quorum."))
                .post(at(id, "/cancellation"))
                .then()
                .statusCode(200);
        assertThat(Calendars.entry(link, title).getStatus().isCancelled()).isTrue();
        assertThat(Calendars.entries(
                        Calendars.link(Calendars.somebody("partner").claim("authority", Given.authority("BO"))), title))
                .isEmpty();
    }

    private static String reference(String request) {
        return manager().get(requestAt(request, "")).path("reference");
    }
}
