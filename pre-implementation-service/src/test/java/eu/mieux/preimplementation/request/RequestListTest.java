package eu.mieux.preimplementation.request;

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
