package eu.mieux.implementation.action;

import static eu.mieux.implementation.People.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.implementation.Elsewhere;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An authority turned out to be another: its Actions are of that one. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class MergedAuthorityTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ACTIONS = "/api/v1/actions/";

    @Test
    void an_action_is_of_the_authority_that_its_fiche_names_by_now() {
        String code = Elsewhere.unusedCode();
        UUID fiche = UUID.randomUUID();
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.fiche(fiche, 1, "ENDORSED", code, "cr-labour");
        }
        await().atMost(SOON)
                .until(() -> partner("cr-labour").get(ACTIONS + code).statusCode() == 200);
        String etag = Tokens.as("manager").get(ACTIONS + code).header("ETag");
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.fiche(fiche, 2, "ENDORSED", code, "cr-trabajo");
        }
        await().atMost(SOON)
                .until(() -> partner("cr-trabajo").get(ACTIONS + code).statusCode() == 200);
        partner("cr-labour").get(ACTIONS + code).then().statusCode(404);
        Tokens.as("manager").get(ACTIONS + code).then().body("authorities", contains("cr-trabajo"));
        assertThat(Tokens.as("manager").get(ACTIONS + code).header("ETag")).isNotEqualTo(etag);
        String id = Tokens.as("manager").get(ACTIONS + code).path("id");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Stream.published("mieux.action"))
                        .filteredOn(event -> event.key().equals(id))
                        .extracting(Stream.Published::type)
                        .containsExactly("eu.mieux.action-prepared", "eu.mieux.action-partners-changed"));
    }

    @Test
    void who_gains_an_action_of_the_history_by_a_merger_hears_so() {
        String code = Elsewhere.unusedCode();
        UUID request = UUID.randomUUID();
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.request(request, 1, "recorded", code, List.of("cr-of-old"), null);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Csv.imported("actions", """
                        code,name,objective,region,countries,regional_organisation,pillar,themes,officer,launched_on,completed_on,status,provenance
                        %s,Of history,,LATIN_AMERICA_CARIBBEAN,CR,,LEGAL_MIGRATION,LABOUR_MIGRATION,,,,PREPARATION,illustrative
                        """.formatted(code), "mode=all-or-nothing")
                                .getString("status"))
                        .isEqualTo("SUCCEEDED"));
        partner("cr-of-old").get(ACTIONS + code).then().statusCode(200);
        partner("cr-of-today").get(ACTIONS + code).then().statusCode(404);
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.request(request, 2, "authority-merged", code, List.of("cr-of-today"), null);
        }
        String id = Tokens.as("manager").get(ACTIONS + code).path("id");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Stream.published("mieux.action"))
                        .filteredOn(event -> event.key().equals(id))
                        .last()
                        .satisfies(event -> {
                            assertThat(event.type()).isEqualTo("eu.mieux.action-partners-changed");
                            assertThat(event.header("ce_audience")).contains("partner:authority=cr-of-today");
                        }));
        partner("cr-of-today").get(ACTIONS + code).then().statusCode(200);
    }

    @Test
    void a_token_that_names_the_merged_authority_opens_what_the_survivors_opens_and_the_other_way_round() {
        String ofSurvivor = Elsewhere.handedOver("cr-survivor");
        String ofMerged = Elsewhere.handedOver("cr-merged");
        partner("cr-merged").get(ACTIONS + ofSurvivor).then().statusCode(404);
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.merged("cr-merged", "cr-survivor");
        }
        await().atMost(SOON)
                .until(() -> partner("cr-merged").get(ACTIONS + ofSurvivor).statusCode() == 200);
        for (String key : List.of("cr-merged", "cr-survivor")) {
            partner(key).get(ACTIONS + ofMerged).then().statusCode(200);
            partner(key)
                    .get("/api/v1/actions")
                    .then()
                    .body("items.code", hasItem(ofSurvivor))
                    .body("items.code", hasItem(ofMerged));
        }
        partner("cr-other").get(ACTIONS + ofSurvivor).then().statusCode(404);
    }
}
