package eu.mieux.preimplementation.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RequestTest {

    private static final List<String> INSTITUTIONS = List.of("EEAS", "HOME", "INTPA", "NEAR");

    @Test
    void a_request_goes_from_draft_to_approval_and_names_its_action() {
        String id = submitted("CR", "Border management in Costa Rica");
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/requests/" + id + "/review")
                .then()
                .statusCode(200)
                .body("status", equalTo("UNDER_REVIEW"));
        for (String institution : INSTITUTIONS) {
            Tokens.of("steering-member")
                    .claim("institution", institution)
                    .request()
                    .contentType(ContentType.JSON)
                    .body(Map.of("opinion", "FAVOURABLE"))
                    .post("/api/v1/requests/" + id + "/opinions")
                    .then()
                    .statusCode(200);
        }
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body(Map.of("outcome", "APPROVED", "note", "Good."))
                .post("/api/v1/requests/" + id + "/decision")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("actionName", startsWith("Costa Rica "))
                .body("reference", matchesPattern("\\d{4}-\\d{2,}"));
    }

    @Test
    void fifty_submissions_at_once_get_fifty_references_without_a_gap() throws Exception {
        String year = Tokens.as("manager")
                .get("/api/v1/requests/" + submitted("KE", "First"))
                .path("reference")
                .toString()
                .substring(0, 4);
        List<String> drafts = java.util.stream.IntStream.range(0, 50)
                .mapToObj(i -> drafted("KE", "Request " + i))
                .toList();
        try (ExecutorService fifty = Executors.newFixedThreadPool(50)) {
            List<Callable<String>> submissions = drafts.stream()
                    .<Callable<String>>map(id -> () -> {
                        return Tokens.as("manager")
                                .post("/api/v1/requests/" + id + "/submission")
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("reference");
                    })
                    .toList();
            TreeSet<Integer> numbers = new TreeSet<>();
            for (Future<String> reference : fifty.invokeAll(submissions)) {
                assertThat(reference.get()).startsWith(year);
                numbers.add(Integer.parseInt(reference.get().substring(5)));
            }
            assertThat(numbers).hasSize(50);
            assertThat(numbers.last() - numbers.first()).isEqualTo(49);
        }
    }

    @Test
    void a_submission_that_misses_something_is_told_all_of_it() {
        String id = Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body(Map.of("title", "Bare", "authorities", List.of(), "countries", List.of(), "themes", List.of()))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Tokens.as("manager")
                .post("/api/v1/requests/" + id + "/submission")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mieux:problem:invalid-fields"))
                .body("errors.pointer", contains("/authorities", "/countries", "/themes", "/problem", "/support"));
    }

    @Test
    void a_withdrawn_request_cannot_be_reviewed() {
        String id = submitted("GH", "Withdrawn");
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "No longer needed."))
                .post("/api/v1/requests/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/requests/" + id + "/review")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:illegal-request-step"))
                .body("detail", containsString("WITHDRAWN"));
    }

    @Test
    void a_draft_is_changed_only_by_whom_has_read_it() {
        String id = drafted("GH", "Read me first");
        Map<String, Object> draft =
                Map.of("title", "Changed", "authorities", List.of(), "countries", List.of("GH"), "themes", List.of());
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body(draft)
                .put("/api/v1/requests/" + id)
                .then()
                .statusCode(428);
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7\"")
                .body(draft)
                .put("/api/v1/requests/" + id)
                .then()
                .statusCode(412);
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(draft)
                .put("/api/v1/requests/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Changed"));
    }

    @Test
    void a_partner_sees_its_own_requests_and_no_others() {
        String id = drafted("UG", "Ours");
        String authority = Tokens.as("manager").get("/api/v1/requests/" + id).path("authorities[0]");
        Tokens.of("partner")
                .claim("authority", authority)
                .request()
                .get("/api/v1/requests/" + id)
                .then()
                .statusCode(200);
        Tokens.of("partner")
                .claim("authority", "someone-else")
                .request()
                .get("/api/v1/requests/" + id)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:mieux:problem:not-found"));
        Tokens.of("partner")
                .claim("authority", authority)
                .request()
                .get("/api/v1/requests")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        Tokens.of("steering-member")
                .claim("institution", "HOME")
                .request()
                .get("/api/v1/requests/" + id)
                .then()
                .statusCode(404);
        Tokens.of("officer")
                .claim("regions", List.of("AFRICA_CENTRAL_EASTERN_SOUTHERN"))
                .request()
                .get("/api/v1/requests/" + id)
                .then()
                .statusCode(200);
        Tokens.of("officer")
                .claim("regions", List.of("ASIA"))
                .request()
                .get("/api/v1/requests/" + id)
                .then()
                .statusCode(404);
        Tokens.anonymous().get("/api/v1/requests/" + id).then().statusCode(401).contentType("application/problem+json");
        Tokens.as("emm").get("/api/v1/requests/" + id).then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void lists_are_paged_newest_first() {
        for (int i = 0; i < 5; i++) {
            drafted("MN", "Page " + i);
        }
        var first = Tokens.as("manager")
                .get("/api/v1/requests?country=MN&limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].title", equalTo("Page 4"))
                .header("Link", containsString("rel=\"next\""))
                .extract();
        Tokens.as("manager")
                .get("/api/v1/requests?country=MN&limit=3&cursor=" + first.path("next"))
                .then()
                .statusCode(200)
                .body("items.title", contains("Page 2", "Page 1", "Page 0"))
                .body("next", equalTo(null));
        Tokens.as("manager").get("/api/v1/requests?cursor=nonsense").then().statusCode(400);
        Tokens.as("manager").get("/api/v1/requests?limit=0").then().statusCode(422);
    }

    @Test
    void an_unknown_field_is_refused_with_its_place() {
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body("{\"title\":\"x\",\"colour\":\"red\"}")
                .post("/api/v1/requests")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("colour"))
                .body("errors[0].pointer", equalTo("/colour"));
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body("{\"title\":")
                .post("/api/v1/requests")
                .then()
                .statusCode(400);
        Tokens.as("manager")
                .contentType(ContentType.TEXT)
                .body("x")
                .post("/api/v1/requests")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body("{\"title\":\"a\\u0000b\",\"authorities\":[],\"countries\":[],\"themes\":[]}")
                .post("/api/v1/requests")
                .then()
                .statusCode(400);
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body("")
                .post("/api/v1/requests")
                .then()
                .statusCode(422);
        Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body("{\"title\":\"" + "x".repeat(1_100_000) + "\"}")
                .post("/api/v1/requests")
                .then()
                .statusCode(413);
        Tokens.as("manager").get("/api/v1/requests?limit=abc").then().statusCode(400);
        Tokens.as("manager").get("/api/v1/requests?status=NO").then().statusCode(400);
    }

    @Test
    void every_change_is_published_with_the_whole_state() {
        String id = submitted("TG", "Published");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Stream.published("mieux.request"))
                        .filteredOn(e -> e.key().equals(id))
                        .extracting(Stream.Published::type, Stream.Published::version)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple("eu.mieux.request-drafted", 1L),
                                org.assertj.core.groups.Tuple.tuple("eu.mieux.request-submitted", 2L)));
    }

    static String drafted(String country, String title) {
        return Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "title",
                        title,
                        "problem",
                        "Borders are long.",
                        "support",
                        "A curriculum.",
                        "authorities",
                        List.of(authority(country)),
                        "countries",
                        List.of(country),
                        "themes",
                        List.of("BORDER_MANAGEMENT")))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String submitted(String country, String title) {
        String id = drafted(country, title);
        Tokens.as("manager")
                .post("/api/v1/requests/" + id + "/submission")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
        return id;
    }

    private static synchronized String authority(String country) {
        String key = country.toLowerCase(java.util.Locale.ROOT) + "-ministry-of-interior";
        if (Tokens.as("manager").get("/api/v1/authorities/" + key).statusCode() == 404) {
            Tokens.as("manager")
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", "Ministry of Interior", "type", "CENTRAL_GOVERNMENT", "country", country))
                    .post("/api/v1/authorities")
                    .then()
                    .statusCode(201)
                    .body("key", equalTo(key));
        }
        return key;
    }
}
