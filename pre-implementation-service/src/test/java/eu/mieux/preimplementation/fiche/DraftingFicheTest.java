package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.officer;
import static eu.mieux.preimplementation.Given.partner;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class DraftingFicheTest {

    @Test
    void the_officer_of_the_region_drafts_the_fiche_of_an_approved_request() {
        String request = Given.approved("PE", "Document security");
        String reference = manager().get(requestAt(request, "")).path("reference");
        String actionName = manager().get(requestAt(request, "")).path("actionName");
        var drafted = json(officer("LATIN_AMERICA_CARIBBEAN"), Fiches.content(6))
                .post(requestAt(reference, "/action-fiche"))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("DRAFT"))
                .body("contentVersion", equalTo(1))
                .body("requestReference", equalTo(reference))
                .body("actionName", equalTo(actionName))
                .body("officer", equalTo("officer-1"))
                .body("region", equalTo("LATIN_AMERICA_CARIBBEAN"))
                .body("countries", contains("PE"))
                .body("themes", contains("BORDER_MANAGEMENT"))
                .body("authorityKeys", contains("pe-ministry-of-interior"))
                .body("regionalOrganisation", nullValue())
                .body("activities", hasSize(6))
                .body("warnings", empty())
                .extract();
        String id = drafted.path("id");
        assertThat(drafted.header("Location")).endsWith(Fiches.at(id, ""));
        manager().get(Fiches.at(reference, "")).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void a_request_has_one_fiche() {
        String request = Given.approved("PE", "Once");
        json(manager(), Fiches.content(6))
                .post(requestAt(request, "/action-fiche"))
                .then()
                .statusCode(201);
        json(manager(), Fiches.content(6))
                .post(requestAt(request, "/action-fiche"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mieux:problem:fiche-exists"));
    }

    @Test
    void only_an_approved_request_has_a_fiche() {
        for (String request :
                List.of(Given.drafted("PE", "No"), Given.onHold("PE", "No"), Given.rejected("PE", "No"))) {
            json(manager(), Fiches.content(6))
                    .post(requestAt(request, "/action-fiche"))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:mieux:problem:request-not-approved"));
        }
        json(manager(), Fiches.content(6))
                .post(requestAt("1999-01", "/action-fiche"))
                .then()
                .statusCode(404);
    }

    @Test
    void an_officer_of_another_region_and_a_partner_draft_none() {
        String request = Given.approved("PE", "Not theirs");
        json(officer("ASIA"), Fiches.content(6))
                .post(requestAt(request, "/action-fiche"))
                .then()
                .statusCode(404);
        json(partner(Given.authority("PE")), Fiches.content(6))
                .post(requestAt(request, "/action-fiche"))
                .then()
                .statusCode(403);
    }

    @Test
    void a_number_of_activities_that_is_not_normal_is_a_warning_and_no_error() {
        for (int activities : List.of(0, 1, 5, 8)) {
            String request = Given.approved("PE", activities + " Activities");
            json(manager(), Fiches.content(activities))
                    .post(requestAt(request, "/action-fiche"))
                    .then()
                    .statusCode(201)
                    .body("warnings.pointer", contains("/activities"))
                    .body("warnings.detail", contains(containsString(activities + " Activities are planned")));
        }
    }

    @Test
    void a_full_fiche_is_read_as_it_was_written() {
        Map<String, Object> content = Fiches.content(7);
        content.put("region", "LATIN_AMERICA_CARIBBEAN");
        content.put("themes", List.of("DOCUMENT_SECURITY", "CAPACITY_DEVELOPMENT"));
        content.put("context", "The police has ten laboratories.");
        content.put(
                "outcomes",
                List.of(Map.of(
                        "statement",
                        "Officers recognise forgeries.",
                        "indicators",
                        List.of(Map.of("statement", "Tests passed", "target", "80 %", "source", "The academy.")),
                        "outputs",
                        List.of(Map.of("statement", "A handbook."), Map.of("statement", "Ten trainers.")))));
        content.put(
                "budget",
                List.of(
                        Map.of("label", "Flights", "amount", "12000"),
                        Map.of("label", "Fees", "amount", "999999999999.99"),
                        Map.of("label", "Venue", "amount", "0.10")));
        content.put("risks", List.of(Map.of("description", "Elections.", "mitigation", "Start earlier.")));
        content.put("crossCutting", "Half of the trainers are women.");
        content.put("gender", "Half of the places are for women.");
        content.put("sdgTargets", List.of("10.7", "16.a"));
        content.put("visibility", "A press release.");
        json(manager(), content)
                .post(requestAt(Given.approved("PE", "Full"), "/action-fiche"))
                .then()
                .statusCode(201)
                .body("region", equalTo("LATIN_AMERICA_CARIBBEAN"))
                .body("themes", contains("DOCUMENT_SECURITY", "CAPACITY_DEVELOPMENT"))
                .body("outcomes[0].outputs.statement", contains("A handbook.", "Ten trainers."))
                .body("outcomes[0].indicators[0].target", equalTo("80 %"))
                .body("outcomes[0].outputs[0].indicators", empty())
                .body("gender", equalTo("Half of the places are for women."))
                .body("crossCutting", equalTo("Half of the trainers are women."))
                .body("budget.quantity", contains("1", "1", "1"))
                .body("budget.unitCost", contains("12000.00", "999999999999.99", "0.10"))
                .body("budget.category", contains("OTHER", "OTHER", "OTHER"))
                .body("budgetSubtotals.amount", contains("1000000012000.09"))
                .body("budget.amount", contains("12000.00", "999999999999.99", "0.10"))
                .body("budgetTotal", equalTo("1000000012000.09"))
                .body("risks[0].mitigation", equalTo("Start earlier."))
                .body("sdgTargets", contains("10.7", "16.a"))
                .body("activities[6].plannedMonth", equalTo(Fiches.month(7)))
                .body("officer", nullValue())
                .body("warnings", empty());
    }

    @Test
    void a_regional_fiche_names_its_organisation_and_its_main_region() {
        String name = "Commission of the Coast";
        json(manager(), Map.of("name", name, "type", "REGIONAL_ORGANISATION", "regionalOrganisation", "The Coast"))
                .post("/api/v1/authorities")
                .then()
                .statusCode(201);
        Map<String, Object> draft = Given.draft("GH", "Regional");
        draft.put("authorities", List.of("org-commission-of-the-coast"));
        draft.put("countries", List.of("GA", "GH", "TG"));
        json(manager(), Fiches.content(6))
                .post(requestAt(approved(draft), "/action-fiche"))
                .then()
                .statusCode(201)
                .body("region", equalTo("AFRICA_WEST"))
                .body("regionalOrganisation", equalTo("The Coast"))
                .body("actionName", equalTo("The Coast I"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASIA", "INTERREGIONAL"})
    void an_action_in_one_region_belongs_to_no_other(String region) {
        String request = Given.approved("PE", "Belongs here");
        Map<String, Object> elsewhere = Fiches.content(6);
        elsewhere.put("region", region);
        json(officer("LATIN_AMERICA_CARIBBEAN"), elsewhere)
                .post(requestAt(request, "/action-fiche"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/region"))
                .body("errors[0].detail", containsString("possible is LATIN_AMERICA_CARIBBEAN."));
        String id = Fiches.draftedFor(request);
        Fiches.saved(partner(Given.authority("PE")), id, elsewhere)
                .statusCode(422)
                .body("errors.pointer", contains("/region"));
        manager().get(Fiches.at(id, "")).then().body("region", equalTo("LATIN_AMERICA_CARIBBEAN"));
    }

    @Test
    void an_action_in_several_regions_belongs_to_one_of_them_or_between_them() {
        Map<String, Object> draft = Given.draft("GH", "Between two");
        draft.put("countries", List.of("GA", "GH"));
        String request = approved(draft);
        json(manager(), Fiches.content(6))
                .post(requestAt(request, "/action-fiche"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/region"));
        Map<String, Object> content = Fiches.content(6);
        content.put("region", "ASIA");
        json(manager(), content)
                .post(requestAt(request, "/action-fiche"))
                .then()
                .statusCode(422)
                .body(
                        "errors[0].detail",
                        containsString("AFRICA_CENTRAL_EASTERN_SOUTHERN, AFRICA_WEST, INTERREGIONAL."));
        content.put("region", "INTERREGIONAL");
        String id = json(manager(), content)
                .post(requestAt(request, "/action-fiche"))
                .then()
                .statusCode(201)
                .body("region", equalTo("INTERREGIONAL"))
                .extract()
                .path("id");
        content.put("region", "AFRICA_WEST");
        Fiches.saved(manager(), id, content).statusCode(200).body("region", equalTo("AFRICA_WEST"));
    }

    /** The request of this draft; its id. */
    private static String approved(Map<String, Object> draft) {
        String request = json(manager(), draft).post("/api/v1/requests").path("id");
        manager().post(requestAt(request, "/submission")).then().statusCode(200);
        manager().post(requestAt(request, "/review")).then().statusCode(200);
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed."))
                .post(requestAt(request, "/decision"))
                .then()
                .statusCode(200);
        return request;
    }
}
