package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.delegation;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.Metrics;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** All clocks that run, by urgency; the warnings before the promise is missed; and the years. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ClocksTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    /** By when to launch it there are so many days left, or it was due so many ago. */
    private String due(int number, int daysLeft) {
        LocalDate dueOn = today.plusDays(daysLeft);
        LocalDate submitted = dueOn.minusMonths(3);
        // Of the last days of long months there is no day three months before.
        LocalDate exact = submitted.plusMonths(3).equals(dueOn) ? submitted : submitted.minusDays(1);
        String reference = "%d-%d".formatted(exact.getYear(), number);
        Given.authority("PY");
        String header = Csv.exported("requests").lines().findFirst().orElseThrow();
        Csv.imported(
                "requests",
                header
                        + "\n%s,%s,Urgent,py-ministry-of-interior,PY,BORDER_MANAGEMENT,UNDER_REVIEW,,,\n"
                                .formatted(reference, exact));
        return reference;
    }

    private static List<String> references(String query) {
        return manager()
                .get("/api/v1/clocks?country=PY&limit=200" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.reference");
    }

    @Test
    void running_requests_come_the_most_urgent_first_and_by_what_becomes_of_the_promise() {
        String missed = due(901, -10);
        String risky = due(902, 20);
        String calm = due(903, 60);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(references("")).containsSubsequence(missed, risky, calm));
        assertThat(references("&promise=MISSED")).contains(missed).doesNotContain(risky, calm);
        assertThat(references("&promise=AT_RISK")).contains(risky).doesNotContain(missed, calm);
        assertThat(references("&promise=KEPT")).contains(calm).doesNotContain(missed, risky);
        manager()
                .get("/api/v1/clocks?country=PY&promise=AT_RISK")
                .then()
                .body("items.clock.promise", everyItem(equalTo("AT_RISK")))
                .body("items.clock.step", everyItem(equalTo("REVIEW")));
        String next = manager().get("/api/v1/clocks?country=PY&limit=1").path("next");
        manager()
                .get("/api/v1/clocks?country=PY&limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        manager().get("/api/v1/clocks?promise=SOON").then().statusCode(422);
    }

    @Test
    void those_who_run_the_service_see_how_many_promises_are_broken_or_at_risk() throws Exception {
        String missed = due(931, -20);
        due(932, 10);
        String held = due(933, -40);
        manager().post(requestAt(held, "/hold")).then().statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(references("&promise=MISSED")).contains(missed, held));
        for (String promise : List.of("MISSED", "AT_RISK", "KEPT")) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(Metrics.value(
                                    "mieux_clocks", "promise=\"%s\"".formatted(promise.toLowerCase(Locale.ROOT))))
                            .isEqualTo(listed(promise)));
        }
        Metrics.assertDocumented("Of every service", "Of pre-implementation-service");
    }

    /** Of all countries. */
    private static int listed(String promise) {
        int number = 0;
        String cursor = "";
        while (cursor != null) {
            JsonPath page = manager()
                    .queryParam("promise", promise)
                    .queryParam("limit", 200)
                    .queryParam("cursor", cursor)
                    .get("/api/v1/clocks")
                    .jsonPath();
            number += page.getList("items").size();
            cursor = page.getString("next");
        }
        return number;
    }

    @Test
    void what_was_due_long_ago_and_what_is_due_later_can_be_left_out() {
        String longAgo = due(904, -3000);
        String lately = due(905, -3);
        String later = due(906, 85);
        String held = due(907, -2000);
        manager().post(requestAt(held, "/hold")).then().statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(references("&promise=MISSED")).contains(longAgo, held, lately));
        String from = "&from=" + today.minusDays(30);
        assertThat(references(from)).containsSubsequence(lately, later).doesNotContain(longAgo, held);
        assertThat(references(from + "&until=" + today)).contains(lately).doesNotContain(longAgo, held, later);
        assertThat(references("&until=" + today.minusDays(30)))
                .containsSubsequence(longAgo, held)
                .doesNotContain(lately, later);
        assertThat(references("&from=" + today.minusDays(3) + "&until=" + today.minusDays(3)))
                .contains(lately)
                .doesNotContain(later);
        for (String day : List.of("1899-12-31", "9999-12-31")) {
            manager()
                    .get("/api/v1/clocks?from=" + day)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/from"));
        }
    }

    @Test
    void each_sees_the_clocks_of_her_own_requests_and_none_that_has_stopped() {
        String open = Given.submitted("UY", "Running");
        String ended = Given.rejected("UY", "Stopped");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> manager()
                        .get("/api/v1/clocks?country=UY&limit=200")
                        .then()
                        .body("items.requestId", hasItem(open))
                        .body("items.requestId", not(hasItem(ended))));
        delegation("UY").get("/api/v1/clocks").then().body("items.requestId", hasItem(open));
        delegation("PY").get("/api/v1/clocks?limit=200").then().body("items.requestId", not(hasItem(open)));
        officer("ASIA").get("/api/v1/clocks?limit=200").then().body("items.requestId", not(hasItem(open)));
        manager().post(requestAt(open, "/hold")).then().statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> manager()
                        .get("/api/v1/clocks?country=UY&limit=200")
                        .then()
                        .body(
                                "items.find { it.requestId == '%s' }.clock.state".formatted(open),
                                equalTo("STANDING_STILL")));
    }

    @Test
    void whoever_follows_a_request_is_warned_once_before_the_promise_is_missed_and_not_after() {
        String missed = due(911, -1);
        String risky = due(912, 13);
        await().atMost(Duration.ofSeconds(30)).until(() -> warnings(risky) == 1);
        String id = manager().get(requestAt(risky, "")).path("id");
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).until(() -> warnings(risky) == 1);
        assertThat(warnings(missed)).isZero();
        manager().get(requestAt(id, "/history")).then().body("items.what", hasItem("request-clock-at-risk"));
    }

    private static long warnings(String reference) {
        String id = manager().get(requestAt(reference, "")).path("id");
        return Stream.published("mieux.request").stream()
                .filter(event -> event.key().equals(id) && event.type().equals("eu.mieux.request-clock-at-risk"))
                .count();
    }

    @Test
    void a_year_says_how_many_of_its_launches_kept_the_promise_and_how_many_days_they_took() {
        Given.authority("PY");
        String header = Csv.exported("requests").lines().findFirst().orElseThrow();
        Csv.imported("requests", header + """

                1931-01,1931-11-30,In time,py-ministry-of-interior,PY,,APPROVED,1931-12-30,,
                1931-02,1931-11-30,A day late,py-ministry-of-interior,PY,,APPROVED,1931-12-30,,
                1931-03,1931-01-01,A year late,py-ministry-of-interior,PY,,APPROVED,1931-12-30,,
                """);
        launched("1931-01", "1932-02-29");
        launched("1931-02", "1932-03-01");
        launched("1931-03", "1932-03-01");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<Map<String, Object>> years = manager()
                    .get("/api/v1/clocks/years?limit=200")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
            Map<String, Object> year = years.stream()
                    .filter(each -> each.get("year").equals(1932))
                    .findFirst()
                    .orElseThrow();
            assertThat(year)
                    .containsEntry("launched", 3)
                    .containsEntry("withinThreeMonths", 1)
                    .containsEntry("share", "33.3");
            assertThat(year.get("histogram"))
                    .asInstanceOf(LIST)
                    .contains(bar(90, 119, 2), bar(360, null, 1), bar(0, 29, 0))
                    .hasSize(13);
        });
    }

    private static Map<String, Object> bar(int from, Integer until, int launched) {
        Map<String, Object> bar = new HashMap<>(Map.of("from", from, "launched", launched));
        bar.put("until", until);
        return bar;
    }

    private static void launched(String reference, String on) {
        Stream.publish("action", UUID.randomUUID(), 1, "action-launched", """
                {"id": "%s", "code": "%s", "name": "Paraguay %s", "launchedOn": "%s"}""".formatted(
                        UUID.randomUUID(), reference, reference, on));
    }
}
