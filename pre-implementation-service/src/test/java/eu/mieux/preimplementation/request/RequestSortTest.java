package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists in another order than their own, and narrowed to what there is not. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RequestSortTest {

    private static final String REQUESTS = "/api/v1/requests";

    @Test
    void titles_stand_as_people_read_them() {
        for (String title : List.of("Etna", "zebra", "Échange 10", "Échange 9", "Abacus", "echo")) {
            Given.drafted("UZ", title);
        }
        assertThat(titles("UZ", "title", 2))
                .containsExactly("Abacus", "Échange 9", "Échange 10", "echo", "Etna", "zebra");
        assertThat(titles("UZ", "-title", 4))
                .containsExactly("zebra", "Etna", "echo", "Échange 10", "Échange 9", "Abacus");
    }

    @Test
    void what_has_no_value_comes_last_whichever_way_round() {
        Given.drafted("LK", "Draft 1");
        Given.submitted("LK", "Submitted");
        Given.drafted("LK", "Draft 2");
        for (int limit = 1; limit <= 4; limit++) {
            assertThat(titles("LK", "submittedOn", limit)).containsExactly("Submitted", "Draft 1", "Draft 2");
            assertThat(titles("LK", "-submittedOn", limit)).containsExactly("Submitted", "Draft 2", "Draft 1");
        }
    }

    @Test
    void titles_that_begin_alike_for_longer_than_an_index_can_tell_are_all_listed() {
        String alike = "漢".repeat(220);
        for (int i = 0; i < 4; i++) {
            Given.drafted("KI", alike + i);
        }
        assertThat(titles("KI", "title", 1)).containsExactly(alike + 0, alike + 1, alike + 2, alike + 3);
    }

    @Test
    void an_order_that_there_is_not_is_refused_with_those_that_there_are() {
        for (String sort : List.of("nonsense", "problem", "--title", "-", "title,id", "TITLE")) {
            manager()
                    .queryParam("sort", sort)
                    .get(REQUESTS)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/sort"))
                    .body("errors[0].detail", containsString("id, reference, title, submittedOn, decidedOn"));
        }
    }

    @Test
    void a_cursor_of_another_order_is_refused_with_a_remedy() {
        Given.drafted("TJ", "One");
        Given.drafted("TJ", "Two");
        String next = manager().get(REQUESTS + "?country=TJ&limit=1&sort=title").path("next");
        manager()
                .get(REQUESTS + "?country=TJ&cursor=" + next)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/cursor"))
                .body("errors[0].detail", containsString("keep sort as it was"));
    }

    @Test
    void a_code_that_there_is_not_is_refused_with_where_they_are_listed() {
        manager()
                .get(REQUESTS + "?country=XX&status=FOO")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/status", "/country"))
                .body(
                        "errors.detail",
                        hasItem(allOf(containsString("\"XX\""), containsString("/code-lists/countries"))))
                .body("errors.detail", hasItem(containsString("/code-lists/request-statuses")));
        manager()
                .get(REQUESTS + "?authority=nobody-at-all")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    private static List<String> titles(String country, String sort, int limit) {
        List<String> titles = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = manager()
                    .get("%s?country=%s&sort=%s&limit=%d&cursor=%s".formatted(REQUESTS, country, sort, limit, cursor));
            titles.addAll(page.jsonPath().getList("items.title"));
            cursor = page.path("next");
        }
        return titles;
    }
}
