package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.steering;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FicheVersionsTest {

    @Test
    void every_saved_version_is_kept() {
        String id = Fiches.drafted("PE");
        Fiches.saved(partner(Given.authority("PE")), id, Fiches.content(7))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("contentVersion", equalTo(2));
        Fiches.saved(steering("HOME"), id, Fiches.content(8)).statusCode(200).body("contentVersion", equalTo(3));
        manager()
                .get(Fiches.at(id, "/versions"))
                .then()
                .statusCode(200)
                .body("items.number", contains(3, 2, 1))
                .body("items.savedBy", contains("steering-member-1", "partner-1", "manager-1"))
                .body("items.savedByName", contains("A steering-member", "A partner", "A manager"))
                .body("next", nullValue());
        manager()
                .get(Fiches.at(id, "/versions/1"))
                .then()
                .statusCode(200)
                .body("content.activities.size()", equalTo(6))
                .body("savedBy", equalTo("manager-1"))
                .body("savedByName", equalTo("A manager"));
        manager()
                .get(Fiches.at(id, "/versions/2"))
                .then()
                .statusCode(200)
                .body("content.activities.size()", equalTo(7));
        manager().get(Fiches.at(id, "/versions/4")).then().statusCode(404);
        manager().get(Fiches.at(id, "/versions/0")).then().statusCode(404);
        manager().get(Fiches.at(id, "/versions/last")).then().statusCode(400);
    }

    @Test
    void versions_are_listed_page_by_page() {
        String id = Fiches.drafted("PE");
        Fiches.saved(manager(), id, Fiches.content(7)).statusCode(200);
        Fiches.saved(manager(), id, Fiches.content(8)).statusCode(200);
        String next = manager()
                .get(Fiches.at(id, "/versions?limit=2"))
                .then()
                .statusCode(200)
                .body("items.number", contains(3, 2))
                .extract()
                .path("next");
        manager()
                .get(Fiches.at(id, "/versions?limit=2&cursor=" + next))
                .then()
                .statusCode(200)
                .body("items.number", contains(1))
                .body("next", nullValue());
        manager().get(Fiches.at(id, "/versions?cursor=nonsense")).then().statusCode(400);
        manager().get(Fiches.at(id, "/versions?limit=0")).then().statusCode(422);
    }

    @Test
    void the_same_money_in_other_digits_is_no_change() {
        Map<String, Object> content = new HashMap<>(Fiches.content(6));
        content.put("budget", List.of(Map.of("label", "Fees", "quantity", "10", "unitCost", "350.00")));
        String id = Fiches.drafted("PE");
        Fiches.saved(manager(), id, content).statusCode(200).body("contentVersion", equalTo(2));
        for (String quantity : List.of("10", "10.0")) {
            for (String cost : List.of("350", "350.0")) {
                content.put(
                        "budget",
                        List.of(Map.of("label", "Fees", "quantity", quantity, "unitCost", cost, "amount", "3500")));
                Fiches.saved(manager(), id, content)
                        .statusCode(200)
                        .body("contentVersion", equalTo(2))
                        .body("budget[0].amount", equalTo("3500.00"));
            }
        }
    }

    @Test
    void saving_what_stands_there_already_changes_nothing() {
        String id = Fiches.drafted("PE");
        Fiches.endorsed(manager(), id, Map.of("side", "OFFICER")).statusCode(200);
        Fiches.saved(manager(), id, Fiches.content(6))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("contentVersion", equalTo(1))
                .body("endorsements.side", contains("OFFICER"));
    }

    @Test
    void a_new_version_voids_the_endorsements_of_the_one_before_but_remembers_them() {
        String id = Fiches.drafted("PE");
        Fiches.endorsed(manager(), id, Map.of("side", "OFFICER")).statusCode(200);
        Fiches.endorsed(manager(), id, Map.of("side", "PARTNER")).statusCode(200);
        Fiches.saved(manager(), id, Fiches.content(7)).statusCode(200).body("endorsements", empty());
        Fiches.endorsed(manager(), id, Map.of("side", "STEERING_GROUP"))
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("endorsements.side", contains("STEERING_GROUP"));
        manager()
                .get(Fiches.at(id, "/versions"))
                .then()
                .body("items[0].endorsements.side", contains("STEERING_GROUP"))
                .body("items[1].endorsements.side", contains("OFFICER", "PARTNER"));
    }

    @Test
    void a_fiche_is_changed_only_by_whom_has_read_it() {
        String id = Fiches.drafted("PE");
        json(manager(), Fiches.content(7)).put(Fiches.at(id, "")).then().statusCode(428);
        json(manager().header("If-Match", "\"2\""), Fiches.content(7))
                .put(Fiches.at(id, ""))
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:mieux:problem:stale-version"));
    }

    @Test
    void the_first_officer_to_save_is_the_officer_of_a_fiche_that_a_manager_drafted() {
        String id = Fiches.drafted("PE");
        Fiches.saved(officer("LATIN_AMERICA_CARIBBEAN"), id, Fiches.content(7))
                .statusCode(200)
                .body("officer", equalTo("officer-1"));
        Fiches.saved(manager(), id, Fiches.content(8)).statusCode(200).body("officer", equalTo("officer-1"));
    }
}
