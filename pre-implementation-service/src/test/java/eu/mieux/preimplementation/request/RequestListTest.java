package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RequestListTest {

    @Test
    void lists_are_paged_newest_first() {
        for (int i = 0; i < 5; i++) {
            Given.drafted("BT", "Page " + i);
        }
        var first = manager()
                .get("/api/v1/requests?country=BT&limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].title", equalTo("Page 4"))
                .header("Link", containsString("rel=\"next\""))
                .extract();
        manager()
                .get("/api/v1/requests?country=BT&limit=3&cursor=" + first.path("next"))
                .then()
                .statusCode(200)
                .body("items.title", contains("Page 2", "Page 1", "Page 0"))
                .body("next", nullValue());
    }

    @Test
    void lists_are_narrowed_by_status_country_authority_and_year() {
        Given.drafted("LA", "Draft");
        String submitted = Given.submitted("LA", "Submitted");
        String year = manager()
                .get(requestAt(submitted, ""))
                .path("submittedOn")
                .toString()
                .substring(0, 4);
        manager()
                .get("/api/v1/requests?status=SUBMITTED&country=LA&authority=la-ministry-of-interior&year=" + year)
                .then()
                .statusCode(200)
                .body("items.id", contains(submitted));
        manager()
                .get("/api/v1/requests?country=LA&year=1899")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void lists_are_narrowed_by_any_of_a_requests_themes_as_they_are_by_now() {
        String quality = themed("Quality", "QUALITY_MANAGEMENT");
        String both = themed("Quality in crises", "QUALITY_MANAGEMENT", "CRISIS_MANAGEMENT");
        String crises = themed("Crises", "CRISIS_MANAGEMENT");
        assertThat(ids("theme=QUALITY_MANAGEMENT"))
                .containsSubsequence(both, quality)
                .doesNotContain(crises);
        assertThat(ids("theme=CRISIS_MANAGEMENT&sort=title"))
                .containsSubsequence(crises, both)
                .doesNotContain(quality);
        assertThat(ids("theme=CRISIS_MANAGEMENT&country=BN&sort=-title")).containsExactly(both, crises);

        manager().post(requestAt(both, "/submission")).then().statusCode(200);
        assertThat(ids("theme=QUALITY_MANAGEMENT&status=SUBMITTED"))
                .contains(both)
                .doesNotContain(quality);
        assertThat(ids("theme=QUALITY_MANAGEMENT&status=DRAFT"))
                .contains(quality)
                .doesNotContain(both);

        Map<String, Object> other = Given.draft("BN", "Quality");
        other.put("themes", List.of("CRISIS_MANAGEMENT"));
        json(manager(), other)
                .header("If-Match", "\"1\"")
                .put(requestAt(quality, ""))
                .then()
                .statusCode(200);
        assertThat(ids("theme=QUALITY_MANAGEMENT")).contains(both).doesNotContain(quality);
        assertThat(ids("theme=CRISIS_MANAGEMENT")).contains(crises, both, quality);
        manager()
                .get("/api/v1/requests?theme=NOTHING_AT_ALL")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/theme"))
                .body("errors[0].detail", containsString("/api/v1/code-lists/themes"));
    }

    private static String themed(String title, String... themes) {
        Map<String, Object> draft = Given.draft("BN", title);
        draft.put("themes", List.of(themes));
        return json(manager(), draft)
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> ids(String query) {
        return manager()
                .get("/api/v1/requests?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?cursor=nonsense",
                "?cursor=AAAA",
                "?limit=0",
                "?limit=201",
                "?limit=abc",
                "?limit=99999999999",
                "?status=NO",
                "?year=99999999999",
                "?country=%00",
                "?theme=%00",
                "/nonsense",
                "/1-1-1-1-1",
                "/%20",
                "/%F0%9F%98%80",
                "/9999-99/eligibility",
            })
    void nonsense_in_the_address_is_a_problem_and_no_fault_of_ours(String tail) {
        manager()
                .urlEncodingEnabled(false)
                .get("/api/v1/requests" + tail)
                .then()
                .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)))
                .contentType("application/problem+json");
    }

    @Test
    void every_change_is_published_with_the_whole_state() {
        String id = Given.submitted("TG", "Published");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Stream.published("mieux.request"))
                        .filteredOn(event -> event.key().equals(id))
                        .extracting(Stream.Published::type, Stream.Published::version)
                        .containsExactly(
                                tuple("eu.mieux.request-drafted", 1L), tuple("eu.mieux.request-submitted", 2L)));
    }
}
