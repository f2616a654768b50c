package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.steering;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever sees a request sees its fiche, in the list and by itself. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FicheSightTest {

    @Test
    void a_fiche_is_seen_by_whoever_sees_its_request() {
        String id = Fiches.drafted("KH");
        String authority = Given.authority("KH");
        seen(id, partner(authority), partner(authority));
        unseen(id, partner("someone-else"), partner("someone-else"));
        seen(id, officer("ASIA"), officer("ASIA"));
        unseen(id, officer("AFRICA_WEST"), officer("AFRICA_WEST"));
        seen(id, steering("HOME"), steering("HOME"));
        seen(id, delegation("KH"), delegation("KH"));
        unseen(id, delegation("KE"), delegation("KE"));
        seen(id, Tokens.as("auditor"), Tokens.as("auditor"));
        Tokens.as("emm").get(Fiches.at(id, "")).then().statusCode(403);
        Tokens.anonymous().get(Fiches.at(id, "")).then().statusCode(401);
    }

    @Test
    void who_only_reads_changes_nothing() {
        String id = Fiches.drafted("KH");
        for (RequestSpecification reader : List.of(delegation("KH"), Tokens.as("auditor"))) {
            Fiches.saved(reader, id, Fiches.content(7)).statusCode(403);
        }
    }

    @Test
    void lists_are_newest_first_and_narrowed_by_status_and_region() {
        String first = Fiches.drafted("KH");
        String second = Fiches.endorsed(Fiches.drafted("KH"));
        String third = Fiches.drafted("KH");
        String next = manager()
                .get("/api/v1/action-fiches?region=ASIA&limit=2")
                .then()
                .statusCode(200)
                .body("items.id", contains(third, second))
                .extract()
                .path("next");
        manager()
                .get("/api/v1/action-fiches?region=ASIA&limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.id", contains(first));
        manager()
                .get("/api/v1/action-fiches?status=ENDORSED&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(second))
                .body("items.status", everyItem(is("ENDORSED")));
        manager().get("/api/v1/action-fiches?region=INNER_SPACE").then().statusCode(422);
    }

    private static void seen(String id, RequestSpecification one, RequestSpecification many) {
        one.get(Fiches.at(id, "")).then().statusCode(200);
        many.get("/api/v1/action-fiches?limit=200").then().statusCode(200).body("items.id", hasItem(id));
    }

    private static void unseen(String id, RequestSpecification one, RequestSpecification many) {
        one.get(Fiches.at(id, "")).then().statusCode(404);
        many.get("/api/v1/action-fiches?limit=200").then().statusCode(200).body("items.id", not(hasItem(id)));
    }

    private static RequestSpecification delegation(String country) {
        return Tokens.of("eu-delegation").claim("countries", List.of(country)).request();
    }
}
