package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class SubmittingTest {

    @Test
    void a_submitted_request_has_its_reference_and_is_found_by_it() {
        String id = Given.submitted("CR", "Border management");
        String reference = manager()
                .get(requestAt(id, ""))
                .then()
                .statusCode(200)
                .body("reference", matchesPattern("\\d{4}-\\d{2,}"))
                .body("submittedOn", notNullValue())
                .extract()
                .path("reference");
        manager().get(requestAt(reference, "")).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void fifty_submissions_at_once_get_fifty_references_without_a_gap() throws Exception {
        String year = reference(Given.submitted("KE", "First")).substring(0, 4);
        List<String> drafts = IntStream.range(0, 50)
                .mapToObj(i -> Given.drafted("KE", "Request " + i))
                .toList();
        List<Callable<String>> submissions = drafts.stream()
                .<Callable<String>>map(id -> () -> reference(patientlySubmitted(id)))
                .toList();
        TreeSet<Integer> numbers = new TreeSet<>();
        try (ExecutorService fifty = Executors.newFixedThreadPool(50)) {
            for (Future<String> reference : fifty.invokeAll(submissions)) {
                assertThat(reference.get()).startsWith(year);
                numbers.add(Integer.parseInt(reference.get().substring(5)));
            }
        }
        assertThat(numbers).hasSize(50);
        assertThat(numbers.last() - numbers.first()).isEqualTo(49);
    }

    @Test
    void a_submission_that_misses_something_is_told_all_of_it() {
        String id = json(
                        manager(),
                        Map.of("title", "Bare", "authorities", List.of(), "countries", List.of(), "themes", List.of()))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        manager()
                .post(requestAt(id, "/submission"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mieux:problem:invalid-fields"))
                .body("errors.pointer", contains("/authorities", "/countries", "/themes", "/problem", "/support"));
    }

    @Test
    void a_refused_submission_leaves_no_gap() {
        int before = number(Given.submitted("KE", "Before"));
        String bare = json(
                        manager(),
                        Map.of("title", "Bare", "authorities", List.of(), "countries", List.of(), "themes", List.of()))
                .post("/api/v1/requests")
                .path("id");
        manager().post(requestAt(bare, "/submission")).then().statusCode(422);
        String stale = Given.drafted("KE", "Stale");
        manager()
                .header("If-Match", "\"9\"")
                .post(requestAt(stale, "/submission"))
                .then()
                .statusCode(412);
        assertThat(number(Given.submitted("KE", "After"))).isEqualTo(before + 1);
    }

    @Test
    void a_withdrawn_request_cannot_be_reviewed() {
        String id = Given.withdrawn("GH", "Withdrawn");
        json(manager(), "{}")
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:illegal-request-step"))
                .body("detail", containsString("WITHDRAWN"));
    }

    /** On a machine that is busy elsewhere the service may ask to be called again. */
    private static String patientlySubmitted(String id) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> manager().post(requestAt(id, "/submission")).statusCode(), status -> status != 503);
        return id;
    }

    private static int number(String id) {
        return Integer.parseInt(reference(id).substring(5));
    }

    private static String reference(String id) {
        return manager().get(requestAt(id, "")).path("reference");
    }
}
