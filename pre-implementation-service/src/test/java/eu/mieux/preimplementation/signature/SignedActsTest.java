package eu.mieux.preimplementation.signature;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.fiche.Fiches.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who did something is shown by name beside the subject of her token, and named nowhere else. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class SignedActsTest {

    private static final String FAMILY = "Quetzalcóatl";
    private static final String ANA = "Ana " + FAMILY;
    private static final String HUGO = "Hugo " + FAMILY;

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static RequestSpecification ana() {
        return Tokens.of("manager").claim("name", ANA).request();
    }

    private static RequestSpecification speaker(String institution, String name) {
        return Tokens.of("steering-member")
                .claim("institution", institution)
                .claim("name", name)
                .request();
    }

    private static ValidatableResponse spoken(String request, String institution, String name) {
        return json(speaker(institution, name), Map.of("opinion", "FAVOURABLE"))
                .post(requestAt(request, "/opinions"))
                .then()
                .statusCode(200);
    }

    @Test
    void a_review_names_who_opened_it_and_who_spoke_and_a_condition_who_settled_it() {
        String id = Given.submitted("NI", "Signed");
        ana().post(requestAt(id, "/review")).then().statusCode(200);
        spoken(id, "HOME", HUGO);
        spoken(id, "EEAS", " ");
        manager()
                .get(requestAt(id, "/review"))
                .then()
                .body("rounds[0].openedBy", equalTo("manager-1"))
                .body("rounds[0].openedByName", equalTo(ANA))
                .body("rounds[0].voices.find { it.institution == 'HOME' }.opinions.givenByName", contains(HUGO));
        json(
                        ana(),
                        Map.of(
                                "outcome",
                                "APPROVED",
                                "overrideReason",
                                "Agreed.",
                                "conditions",
                                List.of(Map.of("text", "A room is found."))))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200)
                .body("decidedByName", equalTo(ANA))
                .body("conditions[0].settledByName", nullValue());
        json(ana(), Map.of("outcome", "MET", "evidence", "Seen."))
                .post(requestAt(id, "/conditions/1/settlement"))
                .then()
                .statusCode(200);
        partner(Given.authority("NI"))
                .get(requestAt(id, ""))
                .then()
                .body("conditions[0].settledBy", equalTo("manager-1"))
                .body("conditions[0].settledByName", equalTo(ANA))
                .body("opinions.find { it.institution == 'HOME' }.givenBy", equalTo("steering-member-1"))
                .body("opinions.find { it.institution == 'HOME' }.givenByName", equalTo(HUGO))
                .body("opinions.find { it.institution == 'EEAS' }.givenBy", equalTo("steering-member-1"))
                .body("opinions.find { it.institution == 'EEAS' }.givenByName", nullValue());
    }

    @Test
    void a_name_is_kept_as_it_was_when_she_acted() {
        String id = Given.underReview("NI", "Married meanwhile");
        spoken(id, "HOME", HUGO);
        spoken(id, "NEAR", "Hugo Otherwise");
        manager()
                .get(requestAt(id, ""))
                .then()
                .body("opinions.find { it.institution == 'HOME' }.givenByName", equalTo(HUGO))
                .body("opinions.find { it.institution == 'NEAR' }.givenByName", equalTo("Hugo Otherwise"));
    }

    @Test
    void no_event_and_no_history_has_the_name_of_who_acted() {
        String id = Given.submitted("NI", "Unnamed");
        ana().contentType("application/octet-stream")
                .queryParam("name", "letter.pdf")
                .body(PDF)
                .post(requestAt(id, "/attachments"))
                .then()
                .statusCode(201)
                .body("attachedByName", equalTo(ANA));
        ana().post(requestAt(id, "/review")).then().statusCode(200);
        spoken(id, "HOME", HUGO);
        json(ana(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed."))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        String fiche = json(ana(), Fiches.content(6))
                .post(requestAt(id, "/action-fiche"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        json(speaker("HOME", HUGO), Map.of("section", "BUDGET", "text", "Is it enough?"))
                .post(at(fiche, "/comments"))
                .then()
                .statusCode(201)
                .body("writtenByName", equalTo(HUGO));
        json(speaker("HOME", HUGO), Map.of("side", "STEERING_GROUP"))
                .post(at(fiche, "/endorsements"))
                .then()
                .statusCode(200)
                .body("endorsements.givenByName", contains(HUGO));
        manager().get(at(fiche, "/versions")).then().body("items.savedByName", contains(ANA));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> events().stream()
                        .anyMatch(event -> event.key().equals(fiche)
                                && event.type().equals("eu.mieux.action-fiche-endorsement-given")));
        assertThat(events()).extracting(Stream.Published::value).noneMatch(value -> value.contains(FAMILY));
        assertThat(events())
                .extracting(event -> event.headers().toString())
                .noneMatch(headers -> headers.contains(FAMILY));
        manager().get(requestAt(id, "/history?limit=200")).then().body("items.what", hasItem("request-opinion-given"));
        assertThat(manager()
                        .get(requestAt(id, "/history?limit=200"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .doesNotContain(FAMILY);
    }

    private static List<Stream.Published> events() {
        List<Stream.Published> all = new ArrayList<>(Stream.published("mieux.request"));
        all.addAll(Stream.published("mieux.action-fiche"));
        return all;
    }
}
