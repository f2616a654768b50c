package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.steering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FicheMergeTest {

    private static final List<String> TEXTS = List.of("context", "objective", "gender", "visibility");

    @Test
    void changes_to_different_sections_are_merged_and_it_is_said_which() {
        String id = Fiches.drafted("PE");
        put(partner(Given.authority("PE")), id, 1, with("context", "Ten laboratories."))
                .statusCode(200);
        put(steering("HOME"), id, 1, with("visibility", "A press release."))
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("contentVersion", equalTo(3))
                .body("context", equalTo("Ten laboratories."))
                .body("visibility", equalTo("A press release."))
                .body("merge.base", equalTo(1))
                .body("merge.with", equalTo(2))
                .body("merge.yours", contains("VISIBILITY"))
                .body("merge.theirs", contains("CONTEXT"));
        manager().get(Fiches.at(id, "")).then().body("merge", nullValue());
        manager().get(Fiches.at(id, "/versions")).then().body("items.number", contains(3, 2, 1));
    }

    @Test
    void changes_to_the_same_section_are_refused_with_both_texts_and_nothing_is_saved() {
        String id = Fiches.drafted("PE");
        put(manager(), id, 1, with("gender", "Half of the trainers are women.")).statusCode(200);
        Map<String, Object> yours = with("gender", "A third of the trainers are women.");
        yours.put("context", "Ten laboratories.");
        String etag = put(steering("HOME"), id, 1, yours)
                .statusCode(412)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:mieux:problem:same-section-changed"))
                .body("baseVersion", equalTo(1))
                .body("currentVersion", equalTo(2))
                .body("conflicts.section", contains("CROSS_CUTTING"))
                .body("conflicts[0].base.gender", nullValue())
                .body("conflicts[0].yours.gender", equalTo("A third of the trainers are women."))
                .body("conflicts[0].theirs.gender", equalTo("Half of the trainers are women."))
                .extract()
                .path("currentEtag");
        manager()
                .get(Fiches.at(id, ""))
                .then()
                .header("ETag", etag)
                .body("contentVersion", equalTo(2))
                .body("context", nullValue())
                .body("gender", equalTo("Half of the trainers are women."));
        json(steering("HOME").header("If-Match", etag), yours)
                .put(Fiches.at(id, ""))
                .then()
                .statusCode(200);
    }

    @Test
    void who_says_the_same_as_was_saved_meanwhile_has_no_conflict() {
        String id = Fiches.drafted("PE");
        put(manager(), id, 1, with("context", "Ten laboratories.")).statusCode(200);
        put(steering("HOME"), id, 1, with("context", "Ten laboratories."))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("contentVersion", equalTo(2))
                .body("merge.theirs", contains("CONTEXT"))
                .body("merge.yours", empty());
    }

    @Test
    void an_endorsement_is_no_change_of_the_text_and_a_merge_voids_it() {
        String id = Fiches.drafted("PE");
        Fiches.endorsed(manager(), id, Map.of("side", "OFFICER")).statusCode(200);
        // Read before the endorsement: version 1 of the record, and still the current text.
        put(manager(), id, 1, with("context", "Ten laboratories."))
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("merge", nullValue())
                .body("endorsements", empty());
        Fiches.endorsed(manager(), id, Map.of("side", "PARTNER")).statusCode(200);
        // Read after the first endorsement, which did not change what the first version said.
        put(manager(), id, 2, with("visibility", "A press release."))
                .statusCode(200)
                .body("merge.base", equalTo(1))
                .body("merge.with", equalTo(2))
                .body("endorsements", empty());
        manager().get(Fiches.at(id, "/versions/2")).then().body("endorsements.side", contains("PARTNER"));
    }

    @Test
    void what_is_endorsed_by_all_is_not_merged_with() {
        String id = Fiches.endorsed(Fiches.drafted("PE"));
        put(manager(), id, 1, with("context", "Too late.")).statusCode(409);
    }

    @Test
    void who_names_no_version_overwrites_nothing() {
        String id = Fiches.drafted("PE");
        for (String names : List.of("*", " ", " * ")) {
            json(manager().header("If-Match", names), with("context", "Mine."))
                    .put(Fiches.at(id, ""))
                    .then()
                    .statusCode(428);
        }
        for (String names : List.of("\"2\"", "\"0\"", "1", "W/\"1\"", "\"99999999999999999999\"", "\"nonsense\"")) {
            json(manager().header("If-Match", names), with("context", "Mine."))
                    .put(Fiches.at(id, ""))
                    .then()
                    .statusCode(412)
                    .body("type", equalTo("urn:mieux:problem:stale-version"));
        }
        put(manager(), id, 1, with("context", "First.")).statusCode(200);
        json(manager().header("If-Match", "\"1\", \"2\""), with("context", "Second."))
                .put(Fiches.at(id, ""))
                .then()
                .statusCode(200)
                .body("merge", nullValue());
    }

    @Test
    void of_many_who_save_at_once_nobody_is_overwritten() throws Exception {
        String id = Fiches.drafted("PE");
        String authority = Given.authority("PE");
        List<RequestSpecification> writers = List.of(
                manager(),
                partner(authority),
                steering("HOME"),
                officer("LATIN_AMERICA_CARIBBEAN"),
                manager(),
                partner(authority),
                steering("INTPA"),
                officer("LATIN_AMERICA_CARIBBEAN"));
        CyclicBarrier start = new CyclicBarrier(writers.size());
        List<Callable<Response>> saves = new ArrayList<>();
        for (int i = 0; i < writers.size(); i++) {
            // Two for each section.
            Map<String, Object> content = with(TEXTS.get(i % TEXTS.size()), "By writer " + i);
            RequestSpecification writer = json(writers.get(i).header("If-Match", "\"1\""), content);
            saves.add(() -> {
                start.await();
                return writer.put(Fiches.at(id, ""));
            });
        }
        List<Integer> statuses = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            List<Future<Response>> answers = threads.invokeAll(saves);
            for (int i = 0; i < answers.size(); i++) {
                int status = answers.get(i).get().statusCode();
                statuses.add(status);
                if (status == 200) {
                    kept.add("By writer " + i);
                }
            }
        }
        assertThat(statuses).containsOnly(200, 412);
        assertThat(kept).hasSize(TEXTS.size());
        Response now = manager().get(Fiches.at(id, ""));
        assertThat(TEXTS.stream().map(text -> now.<String>path(text))).containsExactlyInAnyOrderElementsOf(kept);
        now.then().body("contentVersion", equalTo(1 + TEXTS.size()));
        manager().get(Fiches.at(id, "/versions")).then().body("items", hasSize(1 + TEXTS.size()));
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> content = Fiches.content(6);
        content.put(field, value);
        return content;
    }

    private static ValidatableResponse put(RequestSpecification by, String id, int read, Map<String, Object> content) {
        return json(by.header("If-Match", "\"%d\"".formatted(read)), content)
                .put(Fiches.at(id, ""))
                .then();
    }
}
