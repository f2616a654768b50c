package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AuthorityTest {

    private static final String AUTHORITIES = "/api/v1/authorities";

    @Test
    void an_authority_is_found_by_its_key_and_its_id() {
        var registered = registered("Agence nationale d'Émigration", "CENTRAL_GOVERNMENT", "TN")
                .statusCode(201)
                .body("key", equalTo("tn-agence-nationale-d-emigration"))
                .body("provenance", nullValue())
                .header("ETag", "\"1\"")
                .extract();
        String id = registered.path("id");
        assertThat(registered.header("Location")).endsWith(AUTHORITIES + "/" + id);
        manager().get(AUTHORITIES + "/" + id).then().statusCode(200).body("id", equalTo(id));
        Tokens.as("expert")
                .get(AUTHORITIES + "/tn-agence-nationale-d-emigration")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
    }

    @Test
    void two_authorities_of_one_name_have_two_keys() {
        String first = registered("Police", "LOCAL_AUTHORITY", "ML")
                .statusCode(201)
                .body("key", equalTo("ml-police"))
                .extract()
                .path("id");
        json(
                        manager(),
                        Map.of(
                                "name",
                                "Police",
                                "type",
                                "LOCAL_AUTHORITY",
                                "country",
                                "ML",
                                "distinctFrom",
                                List.of(first)))
                .post(AUTHORITIES)
                .then()
                .statusCode(201)
                .body("key", equalTo("ml-police-2"));
        registered("内政部", "CENTRAL_GOVERNMENT", "ML").statusCode(201).body("key", equalTo("ml"));
    }

    @Test
    void of_many_who_register_one_authority_at_the_same_moment_one_does_and_the_others_see_it() throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            Callable<Integer> registering = () ->
                    registered("Gendarmerie", "LOCAL_AUTHORITY", "ML").extract().statusCode();
            for (Future<Integer> answer : clients.invokeAll(Collections.nCopies(16, registering))) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        manager().get(AUTHORITIES + "/ml-gendarmerie").then().statusCode(200);
    }

    @Test
    void a_key_that_looks_like_an_id_is_a_key_all_the_same() {
        registered("Ab-12-cd-34", "PARLIAMENT", "AD").statusCode(201).body("key", equalTo("ad-ab-12-cd-34"));
        manager().get(AUTHORITIES + "/ad-ab-12-cd-34").then().statusCode(200).body("name", equalTo("Ab-12-cd-34"));
    }

    @Test
    void an_amended_authority_is_published_again_and_an_unchanged_one_is_not() {
        var registered =
                registered("Parliament", "PARLIAMENT", "ML").statusCode(201).extract();
        String at = AUTHORITIES + "/" + registered.path("id");
        Map<String, String> amended = Map.of("name", "National Assembly", "type", "PARLIAMENT", "country", "ML");
        json(manager(), amended).put(at).then().statusCode(428);
        json(manager().header("If-Match", "\"2\""), amended).put(at).then().statusCode(412);
        json(manager().header("If-Match", "\"1\""), amended)
                .put(at)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        json(manager().header("If-Match", "\"2\""), amended)
                .put(at)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Stream.published("mieux.authority"))
                        .filteredOn(event -> event.key().equals(registered.path("id")))
                        .extracting(Stream.Published::type, Stream.Published::version)
                        .containsExactly(
                                tuple("eu.mieux.authority-registered", 1L), tuple("eu.mieux.authority-amended", 2L)));
    }

    @Test
    void what_is_wrong_with_an_authority_is_named() {
        registered("", "PARLIAMENT", "ML").statusCode(422).body("errors.pointer", contains("/name"));
        registered("X", "CASTLE", "ML").statusCode(400).body("errors[0].pointer", equalTo("/type"));
        registered("X", "PARLIAMENT", "XX").statusCode(422).body("errors.pointer", contains("/country"));
        refused(Map.of("name", "X", "type", "PARLIAMENT"), "/country");
        refused(Map.of("name", "X", "type", "REGIONAL_ORGANISATION"), "/regionalOrganisation");
        refused(
                Map.of("name", "X", "type", "PARLIAMENT", "country", "ML", "regionalOrganisation", "ECOWAS"),
                "/regionalOrganisation");
    }

    @Test
    void only_officers_and_managers_register() {
        for (String role : new String[] {"partner", "auditor", "emm"}) {
            json(Tokens.as(role), Map.of("name", "X", "type", "PARLIAMENT", "country", "ML"))
                    .post(AUTHORITIES)
                    .then()
                    .statusCode(403);
        }
        Tokens.anonymous().get(AUTHORITIES).then().statusCode(401);
    }

    @Test
    void lists_are_paged_and_narrowed() {
        for (int i = 0; i < 3; i++) {
            registered("Court " + i, "JUDICIARY", "BT").statusCode(201);
        }
        var first = manager()
                .get(AUTHORITIES + "?country=BT&type=JUDICIARY&limit=2")
                .then()
                .statusCode(200)
                .body("items.name", contains("Court 0", "Court 1"))
                .extract();
        manager()
                .get(AUTHORITIES + "?country=BT&type=JUDICIARY&limit=2&cursor=" + first.path("next"))
                .then()
                .statusCode(200)
                .body("items.name", contains("Court 2"))
                .body("next", nullValue());
        manager()
                .get(AUTHORITIES + "?country=BT&type=PARLIAMENT")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        manager().get(AUTHORITIES + "?type=CASTLE").then().statusCode(422);
    }

    private static void refused(Map<String, String> command, String pointer) {
        json(manager(), command).post(AUTHORITIES).then().statusCode(422).body("errors.pointer", contains(pointer));
    }

    private static ValidatableResponse registered(String name, String type, String country) {
        return json(manager(), Map.of("name", name, "type", type, "country", country))
                .post(AUTHORITIES)
                .then();
    }
}
