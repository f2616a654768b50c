package eu.mieux.preimplementation.meeting;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static eu.mieux.preimplementation.meeting.Convened.at;
import static eu.mieux.preimplementation.meeting.Convened.held;
import static eu.mieux.preimplementation.meeting.Convened.inAWeek;
import static eu.mieux.preimplementation.meeting.Convened.minuted;
import static eu.mieux.preimplementation.meeting.Convened.minutes;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is written of a meeting that was held, until it is adopted. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MinutesTest {

    @Test
    void minutes_are_written_again_until_they_are_adopted_and_never_after() {
        String id = held(Given.underReview("BO", "Minuted"));
        minuted(officer("LATIN_AMERICA_CARIBBEAN"), id, minutes())
                .statusCode(200)
                .body("minutes.status", equalTo("DRAFT"))
                .body("minutes.points.said", contains("HOME asked for figures.", null))
                .body("minutes.attended.institution", contains("HOME", "EUD-BO", "FACILITY"));
        Map<String, Object> shorter = minutes();
        shorter.put("attended", List.of(Map.of("institution", "NEAR")));
        minuted(manager(), id, shorter).statusCode(200).body("minutes.attended.institution", contains("NEAR"));
        manager().post(at(id, "/minutes/adoption")).then().statusCode(200).body("minutes.status", equalTo("ADOPTED"));
        minuted(manager(), id, minutes()).statusCode(409).body("type", equalTo("urn:mieux:problem:minutes-adopted"));
        manager().post(at(id, "/minutes/adoption")).then().statusCode(409);
        steering("HOME")
                .get(at(id, ""))
                .then()
                .body("minutes.points.concluded", contains("Favourable, with figures by May.", null));
    }

    @Test
    void only_a_meeting_that_was_held_has_minutes() {
        minuted(manager(), inAWeek(Given.underReview("BO", "To come")), minutes())
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:meeting-not-held"));
        manager()
                .post(at(held(), "/minutes/adoption"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:no-minutes"));
    }

    @Test
    void each_point_has_its_place_and_each_institution_its_code() {
        String id = held(Given.underReview("BO", "Minuted badly"));
        Map<String, Object> wrong = minutes();
        wrong.put("points", List.of(Map.of("said", "One of two.")));
        wrong.put("attended", List.of(Map.of("institution", "Mrs Jones"), Map.of("institution", "EUD-XX")));
        minuted(manager(), id, wrong)
                .statusCode(422)
                .body("errors.pointer", contains("/points", "/attended/0/institution", "/attended/1/institution"));
    }

    @Test
    void what_was_said_of_a_request_is_not_for_who_has_stepped_back_from_it_until_it_is_decided() {
        String request = Given.underReview("BO", "Minuted without HOME");
        String id = held(request);
        minuted(manager(), id, minutes()).statusCode(200);
        steering("HOME").get(at(id, "")).then().body("minutes.points[0].said", equalTo("HOME asked for figures."));
        json(steering("HOME"), Map.of("reason", "Our expert wrote the request."))
                .post(requestAt(request, "/voices/HOME/recusal"))
                .then()
                .statusCode(200);
        steering("HOME").get(at(id, "")).then().body("minutes.points[0]", not(hasKey("said")));
        steering("NEAR").get(at(id, "")).then().body("minutes.points[0].said", equalTo("HOME asked for figures."));
    }

    @Test
    void what_was_said_of_a_request_is_for_those_who_see_it_and_for_the_delegation_once_it_is_decided() {
        String request = Given.underReview("BO", "Of Bolivia");
        String id = held(Given.underReview("MN", "Of Mongolia"), request);
        Map<String, Object> minutes = minutes();
        minutes.put("points", List.of(Map.of("said", "Of Mongolia"), Map.of("said", "Of Bolivia"), Map.of()));
        minuted(manager(), id, minutes).statusCode(200);
        delegation("BO")
                .get(at(id, ""))
                .then()
                .body("minutes.points.said", contains(nullValue(), nullValue(), nullValue()));
        officer("LATIN_AMERICA_CARIBBEAN").get(at(id, "")).then().body("minutes.points[1].said", equalTo("Of Bolivia"));
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed by telephone."))
                .post(requestAt(request, "/decision"))
                .then()
                .statusCode(200);
        delegation("BO")
                .get(at(id, ""))
                .then()
                .body("minutes.points[0].said", nullValue())
                .body("minutes.points[1].said", equalTo("Of Bolivia"));
        delegation("BO").post(at(id, "/minutes/adoption")).then().statusCode(403);
    }
}
