package eu.mieux.preimplementation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a test starts from, brought about over HTTP as people would. */
public final class Given {

    public static final List<String> INSTITUTIONS = List.of("EEAS", "HOME", "INTPA", "NEAR");

    private Given() {}

    /** A request for a country by its ministry of interior, complete but not handed in; its id. */
    public static String drafted(String country, String title) {
        return json(manager(), draft(country, title))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String submitted(String country, String title) {
        String id = drafted(country, title);
        manager().post(requestAt(id, "/submission")).then().statusCode(200).body("status", equalTo("SUBMITTED"));
        return id;
    }

    public static String underReview(String country, String title) {
        String id = submitted(country, title);
        manager().post(requestAt(id, "/review")).then().statusCode(200).body("status", equalTo("UNDER_REVIEW"));
        return id;
    }

    public static String approved(String country, String title) {
        String id = underReview(country, title);
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed by telephone."))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"));
        return id;
    }

    public static String rejected(String country, String title) {
        String id = underReview(country, title);
        json(manager(), Map.of("outcome", "REJECTED", "overrideReason", "Done by others already."))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));
        return id;
    }

    public static String onHold(String country, String title) {
        String id = underReview(country, title);
        manager().post(requestAt(id, "/hold")).then().statusCode(200).body("status", equalTo("ON_HOLD"));
        return id;
    }

    public static String withdrawn(String country, String title) {
        String id = submitted(country, title);
        json(manager(), Map.of("reason", "No longer needed."))
                .post(requestAt(id, "/withdrawal"))
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        return id;
    }

    /** What a complete draft says; change what the test is about. */
    public static Map<String, Object> draft(String country, String title) {
        return new HashMap<>(Map.of(
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
                List.of("BORDER_MANAGEMENT")));
    }

    /** The country's ministry of interior, registered when it is not, whatever it looks like; its key. */
    public static synchronized String authority(String country) {
        String key = country.toLowerCase(Locale.ROOT) + "-ministry-of-interior";
        if (manager().get("/api/v1/authorities/" + key).statusCode() == 404) {
            Response first = registering(country, List.of());
            Response answer = first.statusCode() == 409
                    ? registering(country, first.jsonPath().getList("candidates.id"))
                    : first;
            answer.then().statusCode(201).body("key", equalTo(key));
        }
        return key;
    }

    private static Response registering(String country, List<String> distinctFrom) {
        return json(
                        manager(),
                        Map.of(
                                "name",
                                "Ministry of Interior",
                                "type",
                                "CENTRAL_GOVERNMENT",
                                "country",
                                country,
                                "distinctFrom",
                                distinctFrom))
                .post("/api/v1/authorities");
    }

    /** Rows of a portfolio, with their header. */
    public static void imported(String file, String rows) {
        String operation = manager()
                .contentType("text/csv; charset=UTF-8")
                .body(rows)
                .post("/api/v1/portfolio/%s/imports".formatted(file))
                .header("Location");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !manager().get(operation).path("status").equals("RUNNING"));
        manager().get(operation).then().body("status", equalTo("SUCCEEDED"));
    }

    public static RequestSpecification manager() {
        return Tokens.as("manager");
    }

    public static RequestSpecification officer(String... regions) {
        return Tokens.of("officer").claim("regions", List.of(regions)).request();
    }

    public static RequestSpecification partner(String authority) {
        return Tokens.of("partner").claim("authority", authority).request();
    }

    public static RequestSpecification steering(String institution) {
        return Tokens.of("steering-member").claim("institution", institution).request();
    }

    /** A member of the EU Delegation to this country. */
    public static RequestSpecification delegation(String country) {
        return Tokens.of("eu-delegation").claim("countries", List.of(country)).request();
    }

    public static RequestSpecification json(RequestSpecification request, Object body) {
        return request.contentType(ContentType.JSON).body(body);
    }

    /** The address of a request, and of what hangs on it. */
    public static String requestAt(String request, String tail) {
        return "/api/v1/requests/" + request + tail;
    }
}
