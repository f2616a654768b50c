package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.draft;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.authority.Institutions.AUTHORITIES;
import static eu.mieux.preimplementation.authority.Institutions.key;
import static eu.mieux.preimplementation.authority.Institutions.merging;
import static eu.mieux.preimplementation.authority.Institutions.reading;
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
import eu.mieux.preimplementation.fiche.Fiches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MergingTest {

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

    @Test
    void requests_drafts_and_fiches_name_the_survivor_and_the_old_key_finds_them() {
        String survivor = registered("GN", "Ministry of Health");
        String merged = registered("GN", "Ministère de la Santé", survivor);
        String newKey = key(survivor);
        String oldKey = key(merged);
        String approved = approved(asking("Health at borders", oldKey));
        String fiche = Fiches.draftedFor(approved);
        String joint = drafted(asking("Joint", oldKey, newKey));
        merging(merged, survivor).statusCode(200);
        reading(survivor).body("key", equalTo(newKey));

        for (String request : List.of(approved, joint)) {
            manager().get(requestAt(request, "")).then().body("authorities", contains(newKey));
        }
        for (String key : List.of(oldKey, newKey)) {
            manager()
                    .get("/api/v1/requests?authority=" + key)
                    .then()
                    .body("items.id", containsInAnyOrder(approved, joint));
        }
        assertThat(typesOf("mieux.request", approved)).last().isEqualTo("eu.mieux.request-authority-merged");
        String ofFiche = manager()
                .get("/api/v1/action-fiches/" + fiche)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        assertThat(typesOf("mieux.action-fiche", ofFiche)).last().isEqualTo("eu.mieux.action-fiche-authority-merged");
        String later = drafted(asking("Named as of old", oldKey, newKey));
        manager().get(requestAt(later, "")).then().body("authorities", contains(newKey));
    }

    @Test
    void a_partner_whose_token_names_the_merged_one_sees_and_does_what_the_survivors_partner_does() {
        String survivor = registered("GM", "Ministry of Justice");
        String merged = registered("GM", "Department of Justice", survivor);
        String newKey = key(survivor);
        String oldKey = key(merged);
        json(manager(), Map.of("name", "Fatou", "email", "fatou@example.org"))
                .post(AUTHORITIES + survivor + "/contacts")
                .then()
                .statusCode(200);
        String hers = drafted(asking("Hers", newKey));
        partner(oldKey).get(requestAt(hers, "")).then().statusCode(404);
        String his = drafted(asking("His", oldKey));
        merging(merged, survivor).statusCode(200);
        for (String key : List.of(oldKey, newKey)) {
            partner(key).get("/api/v1/requests").then().body("items.id", containsInAnyOrder(hers, his));
            partner(key).get(requestAt(hers, "")).then().statusCode(200);
            partner(key).get(AUTHORITIES + survivor).then().body("contacts.name", contains("Fatou"));
        }
        json(partner(oldKey), asking("By the old token", oldKey))
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .body("authorities", contains(newKey));
    }

    @Test
    void mergers_follow_each_other() {
        String last = registered("LR", "Ministry of Labour");
        String middle = registered("LR", "Ministry of Labor", last);
        String first = registered("LR", "Labour Ministry", last, middle);
        String request = drafted(asking("Long way", key(first)));
        merging(first, middle).statusCode(200);
        merging(middle, last).statusCode(200).body("aliases.name", contains("Labour Ministry", "Ministry of Labor"));
        for (String old : List.of(first, middle)) {
            manager().redirects().follow(false).get(AUTHORITIES + old).then().header("Location", endsWith(last));
        }
        manager().get(requestAt(request, "")).then().body("authorities", contains(key(last)));
        String another = registered("LR", "Manpower Ministry", last);
        merging(another, first).statusCode(200).body("id", equalTo(last));
    }

    @Test
    void the_same_merger_again_changes_nothing() {
        String survivor = registered("SL", "Ministry of Energy");
        String merged = registered("SL", "Energy Ministry", survivor);
        merging(merged, survivor).statusCode(200).header("ETag", "\"2\"");
        merging(merged, survivor).statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void no_draft_slips_through_while_two_are_merged() throws Exception {
        String survivor = registered("BF", "Ministry of Sports");
        String merged = registered("BF", "Ministère des Sports", survivor);
        String oldKey = key(merged);
        String newKey = key(survivor);
        int drafts = 40;
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < drafts; i++) {
                if (i == drafts / 2) {
                    merging(merged, survivor).statusCode(200);
                }
                answers.add(clients.submit(() -> drafted(asking("At the same moment", oldKey))));
            }
            for (Future<String> answer : answers) {
                answer.get();
            }
        }
        List<List<String>> named = manager()
                .get("/api/v1/requests?limit=200&authority=" + newKey)
                .jsonPath()
                .getList("items.authorities");
        assertThat(named).hasSize(drafts).containsOnly(List.of(newKey));
    }

    private static void reached(String authority, Map<String, Object> person) {
        json(manager(), person)
                .post(AUTHORITIES + authority + "/contacts")
                .then()
                .statusCode(200);
    }

    private static List<String> typesOf(String topic, String id) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Stream.published(topic).stream()
                                .filter(event -> event.key().equals(id))
                                .map(Stream.Published::type)
                                .toList(),
                        types -> !types.isEmpty() && types.getLast().endsWith("authority-merged"));
    }

    private static Map<String, Object> asking(String title, String... authorities) {
        Map<String, Object> draft = draft("GN", title);
        draft.put("authorities", List.of(authorities));
        return draft;
    }

    private static String drafted(Map<String, Object> draft) {
        return json(manager(), draft)
                .post("/api/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String approved(Map<String, Object> draft) {
        String id = drafted(draft);
        manager().post(requestAt(id, "/submission")).then().statusCode(200);
        manager().post(requestAt(id, "/review")).then().statusCode(200);
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed by telephone."))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        return id;
    }
}
