package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.authority.Institutions.AUTHORITIES;
import static eu.mieux.preimplementation.authority.Institutions.key;
import static eu.mieux.preimplementation.authority.Institutions.merging;
import static eu.mieux.preimplementation.authority.Institutions.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Focal points of two authorities that become one. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MergingFocalPointsTest {

    private static final String WHY = "One institution, two languages.";

    @Test
    void names_and_focal_points_go_over_and_the_old_id_and_key_lead_to_the_survivor() {
        String survivor = registered("SN", "Ministry of the Interior");
        String merged = registered("SN", "Ministère de l'Intérieur", survivor);
        String oldKey = key(merged);
        json(manager(), Map.of("name", "MININT", "language", "fr", "distinctFrom", List.of(survivor)))
                .post(AUTHORITIES + merged + "/aliases")
                .then()
                .statusCode(200);
        for (String person : List.of("awa@example.org", "binta@example.org")) {
            json(manager(), Map.of("name", person, "email", person))
                    .post(AUTHORITIES + merged + "/contacts")
                    .then()
                    .statusCode(200);
        }
        json(manager(), Map.of("name", "Awa@example.org", "email", "AWA@example.org"))
                .post(AUTHORITIES + survivor + "/contacts")
                .then()
                .statusCode(200);

        merging(merged, survivor)
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("id", equalTo(survivor))
                .body("aliases.name", contains("MININT", "Ministère de l'Intérieur"))
                .body("contacts.email", containsInAnyOrder("AWA@example.org", "binta@example.org"));
        for (String old : List.of(merged, oldKey)) {
            manager()
                    .redirects()
                    .follow(false)
                    .get(AUTHORITIES + old)
                    .then()
                    .statusCode(308)
                    .header("Location", endsWith(AUTHORITIES + survivor));
        }
        manager().get("/api/v1/authorities?country=SN&name=interieur").then().body("items.id", contains(survivor));
        manager()
                .get(AUTHORITIES + merged + "/history")
                .then()
                .statusCode(200)
                .body("items[0].what", equalTo("authority-merged"))
                .body(
                        "items[0].changes.find { it.of == 'authority' }.after",
                        equalTo(Map.of("mergedInto", key(survivor), "mergeReason", WHY)))
                .body("items.what", hasItems("authority-registered", "authority-aliases-changed"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Stream.published("mieux.authority"))
                        .filteredOn(event ->
                                event.key().equals(merged) && event.type().endsWith("authority-merged"))
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.value()).contains("\"mergedInto\": \"" + key(survivor) + "\"")));
        manager()
                .get("/api/v1/portfolio/authorities")
                .then()
                .body(containsString(key(survivor)))
                .body(org.hamcrest.Matchers.not(containsString(oldKey + ",")));
    }

    @Test
    void a_focal_point_of_both_is_kept_once_and_completed_and_nothing_that_is_said_of_one_is_lost() {
        String survivor = registered("CV", "Ministry of Fisheries");
        String merged = registered("CV", "Ministério das Pescas", survivor);
        reached(survivor, Map.of("name", "Dilma Lopes", "email", "dilma@example.org", "languages", List.of("en")));
        reached(
                merged,
                Map.of(
                        "name",
                        "DILMA LOPES",
                        "email",
                        "Dilma@Example.org",
                        "function",
                        "Head of unit",
                        "phone",
                        "+238 260 0001",
                        "languages",
                        List.of("pt", "en")));
        reached(survivor, Map.of("name", "Ana", "email", "ana@example.org", "phone", "+238 260 0002"));
        reached(merged, Map.of("name", "Ana Maria Évora", "email", "ana@example.org", "phone", "+238 260 0003"));
        reached(survivor, Map.of("name", "Rui", "email", "rui@example.org", "function", "Adviser"));
        reached(merged, Map.of("name", "Rui", "email", "rui@example.org", "function", "Director"));
        reached(survivor, Map.of("name", "Eva", "phone", "+238 260 0004"));
        reached(merged, Map.of("name", "Eva", "phone", "+238 260 0004"));
        reached(merged, Map.of("name", "Eva", "function", "Clerk"));

        merging(merged, survivor)
                .statusCode(200)
                .body(
                        "contacts.findAll { it.name.equalsIgnoreCase('Dilma Lopes') }.collect { it.subMap("
                                + "['name', 'email', 'function', 'phone', 'languages']) }",
                        contains(Map.of(
                                "name",
                                "Dilma Lopes",
                                "email",
                                "dilma@example.org",
                                "function",
                                "Head of unit",
                                "phone",
                                "+238 260 0001",
                                "languages",
                                List.of("en", "pt"))))
                .body(
                        "contacts.findAll { it.email == 'ana@example.org' }.collect { [it.name, it.phone] }",
                        containsInAnyOrder(
                                List.of("Ana", "+238 260 0002"), List.of("Ana Maria Évora", "+238 260 0003")))
                .body("contacts.findAll { it.name == 'Rui' }.function", containsInAnyOrder("Adviser", "Director"))
                .body(
                        "contacts.findAll { it.name == 'Eva' }.collect { [it.function, it.phone] }",
                        containsInAnyOrder(Arrays.asList(null, "+238 260 0004"), Arrays.asList("Clerk", null)));
    }

    private static void reached(String authority, Map<String, Object> person) {
        json(manager(), person)
                .post(AUTHORITIES + authority + "/contacts")
                .then()
                .statusCode(200);
    }
}
