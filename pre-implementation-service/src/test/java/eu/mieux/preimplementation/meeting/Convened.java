package eu.mieux.preimplementation.meeting;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Meetings as tests start from, brought about over HTTP. */
public final class Convened {

    public static final String MEETINGS = "/api/v1/meetings";

    private Convened() {}

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Brussels"));
    }

    /** What a plan says; change what the test is about. */
    public static Map<String, Object> plan(LocalDate day, String... requests) {
        List<Map<String, Object>> agenda = new ArrayList<>();
        for (String request : requests) {
            agenda.add(Map.of("request", request));
        }
        agenda.add(Map.of("topic", "Any other business"));
        return new HashMap<>(Map.of(
                "title",
                "Steering group",
                "day",
                day.toString(),
                "from",
                "10:00",
                "until",
                "12:30",
                "place",
                "Room 02/17",
                "link",
                "https://meet.example/steering-group",
                "agenda",
                agenda));
    }

    public static ValidatableResponse planned(RequestSpecification by, Map<String, Object> plan) {
        return json(by, plan).post(MEETINGS).then();
    }

    /** A meeting about these requests in a week; its id. */
    public static String inAWeek(String... requests) {
        return planned(manager(), plan(today().plusDays(7), requests))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A meeting about these requests that was held today; its id. */
    public static String held(String... requests) {
        Map<String, Object> plan = plan(today(), requests);
        plan.putAll(Map.of("from", "00:00", "until", "00:01"));
        String id = planned(manager(), plan).statusCode(201).extract().path("id");
        manager().post(at(id, "/end")).then().statusCode(200);
        return id;
    }

    /** A meeting about a request that was held today, and its minutes; its id. */
    public static String minuted(String request) {
        String id = held(request);
        minuted(manager(), id, minutes()).statusCode(200);
        return id;
    }

    public static ValidatableResponse changed(RequestSpecification by, String id, Map<String, Object> plan) {
        return json(by.header("If-Match", etag(id)), plan).put(at(id, "")).then();
    }

    public static ValidatableResponse minuted(RequestSpecification by, String id, Map<String, Object> minutes) {
        return json(by.header("If-Match", etag(id)), minutes)
                .put(at(id, "/minutes"))
                .then();
    }

    /** Of two points, the first about a request. */
    public static Map<String, Object> minutes() {
        return new HashMap<>(Map.of(
                "points",
                List.of(
                        Map.of("said", "HOME asked for figures.", "concluded", "Favourable, with figures by May."),
                        Map.of()),
                "attended",
                List.of(
                        Map.of("institution", "HOME", "function", "Chair"),
                        Map.of("institution", "EUD-BO"),
                        Map.of("institution", "FACILITY"))));
    }

    static String etag(String id) {
        return manager().get(at(id, "")).header("ETag");
    }

    public static String at(String id, String tail) {
        return MEETINGS + "/" + id + tail;
    }
}
