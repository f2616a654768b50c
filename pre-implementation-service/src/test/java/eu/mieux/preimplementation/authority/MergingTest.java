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
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.fiche.Fiches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MergingTest {

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
