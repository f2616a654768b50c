package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.imported;
import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.authority.Institutions.AUTHORITIES;
import static eu.mieux.preimplementation.authority.Institutions.key;
import static eu.mieux.preimplementation.authority.Institutions.merging;
import static eu.mieux.preimplementation.authority.Institutions.reading;
import static eu.mieux.preimplementation.authority.Institutions.registered;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is not merged, and what undoes no merger. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RefusedMergersTest {

    private static final String WHY = "One institution, two languages.";

    @Test
    void what_cannot_be_merged_is_refused_by_name() {
        String one = registered("TG", "Ministry of Culture");
        String two = registered("TG", "Ministry of Sports");
        String three = registered("TG", "Ministry of Trade");
        String abroad = registered("BJ", "Ministry of Culture");
        merging(one, one).statusCode(422).body("type", endsWith("authority-merged-into-itself"));
        merging(one, abroad).statusCode(422).body("type", endsWith("authorities-of-two-countries"));
        merging(one, "nowhere").statusCode(422).body("errors.pointer", hasItem("/into"));
        merging(UUID.randomUUID().toString(), one).statusCode(404);
        json(manager(), Map.of("into", two, "reason", " "))
                .post(AUTHORITIES + one + "/merger")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/reason"));
        json(manager().header("If-Match", "\"7\""), Map.of("into", two, "reason", WHY))
                .post(AUTHORITIES + one + "/merger")
                .then()
                .statusCode(412);
        for (String role : List.of("officer", "partner", "auditor")) {
            json(Tokens.as(role), Map.of("into", two, "reason", WHY))
                    .post(AUTHORITIES + one + "/merger")
                    .then()
                    .statusCode(403);
        }
        merging(one, two).statusCode(200);
        merging(one, three).statusCode(409).body("type", endsWith("authority-merged-elsewhere"));
        merging(two, one).statusCode(422).body("type", endsWith("authority-merged-into-itself"));
        json(manager(), Map.of("name", "Any"))
                .post(AUTHORITIES + one + "/aliases")
                .then()
                .statusCode(409);
        json(manager(), Map.of("into", two, "reason", WHY, "acrossCountries", true))
                .post(AUTHORITIES + abroad + "/merger")
                .then()
                .statusCode(200);
    }

    @Test
    void two_of_different_types_are_merged_only_in_earnest() {
        String ministry = registered("ML", "Ministry of Mines");
        String association = json(
                        manager(), Map.of("name", "Association of Miners", "type", "CIVIL_SOCIETY", "country", "ML"))
                .post(AUTHORITIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        merging(ministry, association).statusCode(422).body("errors.pointer", contains("/acrossTypes"));
        json(manager(), Map.of("into", association, "reason", WHY, "acrossTypes", true))
                .post(AUTHORITIES + ministry + "/merger")
                .then()
                .statusCode(200);
    }

    @Test
    void what_too_many_records_name_is_merged_the_other_way_round() {
        String large = registered("ML", "Ministry of Decentralisation");
        String small = registered("ML", "Ministère de la Décentralisation", large);
        String rows = IntStream.rangeClosed(1, 1_001)
                .mapToObj("2002-%1$02d,2002-02-03,Request %1$d,%%s,ML,,SUBMITTED,,,\n"::formatted)
                .collect(Collectors.joining())
                .replace("%s", key(large));
        imported(
                "requests",
                "reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance\n"
                        + rows);
        merging(large, small)
                .statusCode(422)
                .body("type", endsWith("too-much-to-merge"))
                .body("detail", containsString("1001 records name authority"));
        merging(small, large).statusCode(200);
    }

    @Test
    void a_portfolio_of_before_undoes_no_merger() {
        String survivor = registered("CI", "Ministry of Trade");
        String merged = registered("CI", "Ministère du Commerce", survivor);
        String oldKey = key(merged);
        merging(merged, survivor).statusCode(200);
        imported("authorities", """
                key,name,type,country,regional_organisation,provenance
                %s,Ministère du Commerce extérieur,CENTRAL_GOVERNMENT,CI,,
                """.formatted(oldKey));
        imported("requests", """
                reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance
                2003-01,2003-02-03,Of before,%s,CI,,SUBMITTED,,,
                """.formatted(oldKey));
        reading(survivor).body("name", equalTo("Ministry of Trade"));
        manager().get(requestAt("2003-01", "")).then().body("authorities", contains(key(survivor)));
        manager().get("/api/v1/authorities?country=CI&name=commerce").then().body("items.id", contains(survivor));
    }
}
