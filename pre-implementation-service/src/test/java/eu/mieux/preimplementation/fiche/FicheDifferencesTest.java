package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.manager;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import eu.mieux.chassis.testing.RealSuite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FicheDifferencesTest {

    @Test
    void any_two_versions_are_compared_section_by_section() {
        String id = threeVersions();
        manager()
                .get(Fiches.at(id, "/versions/3/differences?from=2"))
                .then()
                .statusCode(200)
                .body("from", equalTo(2))
                .body("to", equalTo(3))
                .body("sections.section", contains("CONTEXT", "ACTIVITIES", "SDG_TARGETS"))
                .body("sections[0].changes[0].text.fate", contains("KEPT", "REMOVED", "ADDED", "KEPT"))
                .body(
                        "sections[0].changes[0].text.text",
                        contains("The police has ", "ten ", "nine ", "laboratories.\nTwo of them are new."))
                .body(
                        "sections[1].changes.kind",
                        contains(
                                "REMOVED", "REMOVED", "REMOVED", "REMOVED", "REMOVED", "REMOVED", "REMOVED", "REMOVED",
                                "REMOVED"))
                .body("sections[1].changes.item", everyItem(equalTo("6")))
                .body("sections[2].changes.before", contains("16.a"));
    }

    @Test
    void a_version_is_compared_with_the_one_before_unless_another_is_named_and_either_way_round() {
        String id = threeVersions();
        manager().get(Fiches.at(id, "/versions/3/differences")).then().body("from", equalTo(2));
        manager()
                .get(Fiches.at(id, "/versions/1/differences?from=3"))
                .then()
                .statusCode(200)
                .body("sections.section", hasItem("CONTEXT"));
        manager()
                .get(Fiches.at(id, "/versions/2/differences?from=2"))
                .then()
                .statusCode(200)
                .body("sections", empty());
        manager()
                .get(Fiches.at(id, "/versions/1/differences"))
                .then()
                .statusCode(200)
                .body("from", equalTo(0))
                .body("sections[0].changes.kind", everyItem(equalTo("ADDED")));
    }

    @Test
    void versions_that_are_not_there_are_absent() {
        String id = Fiches.drafted("PE");
        for (String address :
                List.of("1/differences?from=2", "1/differences?from=0", "2/differences", "1/differences?from=-1")) {
            manager().get(Fiches.at(id, "/versions/" + address)).then().statusCode(404);
        }
        manager().get(Fiches.at(id, "/versions/1/differences?from=x")).then().statusCode(400);
    }

    private static String threeVersions() {
        String id = Fiches.drafted("PE");
        Fiches.saved(manager(), id, Fiches.whole()).statusCode(200);
        Map<String, Object> third = Fiches.whole();
        third.put("context", "The police has nine laboratories.\nTwo of them are new.");
        third.put("sdgTargets", List.of("10.7"));
        third.put("activities", ((List<?>) third.get("activities")).subList(0, 5));
        Fiches.saved(manager(), id, third).statusCode(200);
        return id;
    }
}
