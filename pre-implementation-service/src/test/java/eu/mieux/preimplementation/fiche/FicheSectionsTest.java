package eu.mieux.preimplementation.fiche;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each section of a fiche holds, and what it refuses. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FicheSectionsTest {

    @Test
    void a_whole_fiche_is_read_as_it_was_written() {
        drafted(Fiches.whole())
                .statusCode(201)
                .body("objectiveIndicators[0].unit", equalTo("percent"))
                .body("outcomes[0].indicators[0].baseline", equalTo("40"))
                .body("outcomes[0].outputs[0].indicators[0].source", equalTo("The academy's register"))
                .body("activities[0].experts[0].positions", equalTo(2))
                .body("activities[0].experts[0].languages", contains("es", "en"))
                .body("budget.amount", contains("7000.00", "4800.00", "1250.50"))
                .body("budgetSubtotals.category", contains("FEES", "TRAVEL", "OTHER"))
                .body("budgetSubtotals.amount", contains("7000.00", "4800.00", "1250.50"))
                .body("budgetTotal", equalTo("13050.50"))
                .body("risks[0].likelihood", equalTo("MEDIUM"))
                .body("risks[0].impact", equalTo("HIGH"))
                .body("humanRights", containsString("asylum"))
                .body("environment", containsString("online"))
                .body("sdgTargets", contains("10.7", "16.a"))
                .body("warnings", hasSize(0));
    }

    @Test
    void a_budget_line_that_does_not_add_up_is_refused_with_what_it_should_be() {
        drafted(budget(Map.of("label", "Fees", "quantity", "12", "unitCost", "350.00", "amount", "4300.00")))
                .statusCode(422)
                .body("errors.pointer", contains("/budget/0/amount"))
                .body("errors.detail", contains("12 × 350.00 is 4200.00, not 4300.00."));
    }

    @Test
    void an_amount_is_exact_to_the_cent() {
        drafted(budget(
                        Map.of("label", "Fees", "quantity", "0.1", "unitCost", "0.15", "amount", "0.02"),
                        Map.of("label", "Fees", "quantity", "3", "unitCost", "0.10"),
                        Map.of("label", "Fees", "quantity", "2", "unitCost", "10", "amount", "20")))
                .statusCode(201)
                .body("budget.amount", contains("0.02", "0.30", "20.00"))
                .body("budgetTotal", equalTo("20.32"));
    }

    @Test
    void a_line_says_how_much_it_is_in_one_way_or_the_other() {
        drafted(budget(
                        Map.of("label", "Nothing"),
                        Map.of("label", "Half", "quantity", "2", "amount", "10"),
                        Map.of("label", "Other half", "unitCost", "2", "amount", "10"),
                        Map.of("label", "Too much", "quantity", "999999", "unitCost", "999999999999"),
                        Map.of("label", "Party", "amount", "10", "category", "PARTY")))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/budget/0/amount",
                                "/budget/1/unitCost",
                                "/budget/2/quantity",
                                "/budget/3/unitCost",
                                "/budget/4/category"));
    }

    @Test
    void subtotals_are_of_categories_and_add_up_to_the_total() {
        drafted(budget(
                        Map.of("label", "A", "amount", "1.10", "category", "TRAVEL"),
                        Map.of("label", "B", "amount", "2.20", "category", "FEES"),
                        Map.of("label", "C", "amount", "3.30", "category", "TRAVEL")))
                .statusCode(201)
                .body("budgetSubtotals.category", contains("TRAVEL", "FEES"))
                .body("budgetSubtotals.amount", contains("4.40", "2.20"))
                .body("budgetTotal", equalTo("6.60"));
    }

    @Test
    void the_timeline_is_in_the_order_of_the_months_and_an_activity_of_thirty_days_takes_two() {
        Map<String, Object> late = Fiches.activity(1);
        late.putAll(Map.of("plannedMonth", "2027-12", "days", 30));
        Map<String, Object> open = Fiches.activity(2);
        open.remove("plannedMonth");
        Map<String, Object> early = Fiches.activity(3);
        early.put("plannedMonth", "2027-02");
        drafted(activities(late, open, early))
                .statusCode(201)
                .body("timeline.number", contains(3, 1, 2))
                .body("timeline.from", contains("2027-02", "2027-12", null))
                .body("timeline.until", contains("2027-02", "2028-01", null))
                .body("warnings.pointer", hasItem("/activities/2/plannedMonth"))
                .body("warnings.detail", hasItem(containsString("Activity 3 is planned for 2027-02")));
    }

    @Test
    void an_activity_that_is_planned_before_its_request_was_submitted_is_a_warning() {
        Map<String, Object> past = Fiches.activity(1);
        past.put("plannedMonth", "2020-01");
        drafted(activities(past, Fiches.activity(2)))
                .statusCode(201)
                .body("warnings.pointer", contains("/activities", "/activities/0/plannedMonth"))
                .body("warnings[1].detail", containsString("planned for 2020-01, before the request was submitted"));
    }

    @Test
    void an_indicator_that_nobody_can_check_is_a_warning() {
        Map<String, Object> content = Fiches.content(6);
        content.put(
                "outcomes",
                List.of(
                        Map.of("statement", "Without"),
                        Map.of("statement", "Half", "indicators", List.of(Map.of("statement", "Tests passed")))));
        drafted(content).statusCode(201).body("warnings.pointer", contains("/outcomes/0/indicators", "/outcomes/1"));
    }

    @Test
    void codes_of_experts_risks_and_targets_are_those_of_their_lists() {
        Map<String, Object> activity = Fiches.activity(1);
        activity.put(
                "experts",
                List.of(Map.of("profile", "A trainer", "positions", 1, "languages", List.of("es", "klingon", "es"))));
        Map<String, Object> content = activities(activity);
        content.put("risks", List.of(Map.of("description", "Elections", "likelihood", "SURE", "impact", "AWFUL")));
        content.put("sdgTargets", List.of("10.7", "10.99", "10.7"));
        drafted(content)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/activities/0/experts/0/languages/1",
                                "/activities/0/experts/0/languages",
                                "/risks/0/likelihood",
                                "/risks/0/impact",
                                "/sdgTargets/1",
                                "/sdgTargets"))
                .body("errors.detail", hasItem("\"10.99\" is not a code of the list sdg-targets."));
    }

    @Test
    void what_is_too_much_or_too_little_is_named_with_its_place() {
        Map<String, Object> activity = Fiches.activity(1);
        Map<String, Object> nobody = new HashMap<>(Map.of("profile", " ", "positions", 0, "days", 0));
        nobody.put("languages", Collections.nCopies(11, "es"));
        activity.put("experts", List.of(nobody, Map.of("profile", "x".repeat(1001))));
        Map<String, Object> content = activities(activity);
        content.put("objectiveIndicators", List.of(Map.of("statement", "", "target", "x".repeat(201))));
        content.put(
                "outcomes",
                List.of(Map.of("statement", "x", "indicators", Collections.nCopies(11, Map.of("statement", "x")))));
        content.put("gender", "x".repeat(20_001));
        content.put("budget", List.of(Map.of("label", "x", "quantity", "1,5", "unitCost", "-1")));
        drafted(content)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/activities/0/experts/0/profile",
                                "/activities/0/experts/0/positions",
                                "/activities/0/experts/0/days",
                                "/activities/0/experts/0/languages",
                                "/activities/0/experts/1/profile",
                                "/activities/0/experts/1/positions",
                                "/objectiveIndicators/0/statement",
                                "/objectiveIndicators/0/target",
                                "/outcomes/0/indicators",
                                "/gender",
                                "/budget/0/quantity",
                                "/budget/0/unitCost"));
    }

    @Test
    void every_target_of_the_2030_agenda_is_there_in_three_languages() {
        List<String> codes = new ArrayList<>(manager()
                .get("/api/v1/code-lists/sdg-targets?limit=200")
                .then()
                .body("items", hasSize(169))
                .extract()
                .path("items.code"));
        assertThat(codes).contains("1.1", "10.7", "10.c", "17.19");
        manager()
                .header("Accept-Language", "fr")
                .get("/api/v1/code-lists/sdg-targets?limit=200")
                .then()
                .body("items.find { it.code == '10.7' }.label", containsString("Faciliter la migration"));
    }

    @Test
    void a_fiche_with_nothing_but_its_pillar_is_one() {
        drafted(Map.of("pillar", "HORIZONTAL"))
                .statusCode(201)
                .body("objective", nullValue())
                .body("budgetTotal", equalTo("0.00"))
                .body("timeline", hasSize(0));
    }

    private static Map<String, Object> budget(Object... lines) {
        Map<String, Object> content = Fiches.content(6);
        content.put("budget", List.of(lines));
        return content;
    }

    private static Map<String, Object> activities(Object... activities) {
        Map<String, Object> content = Fiches.content(0);
        content.put("activities", List.of(activities));
        return content;
    }

    private static ValidatableResponse drafted(Map<String, Object> content) {
        return json(manager(), content)
                .post(requestAt(Given.approved("PE", "Sections"), "/action-fiche"))
                .then();
    }
}
