package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import eu.mieux.preimplementation.meeting.Convened;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a manager is told when she asks why a request does not go on; and the conditions of an approval. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class BlockersTest {

    @Test
    void a_draft_waits_for_all_that_it_lacks() {
        String id = json(
                        manager(),
                        Map.of("title", "Empty", "authorities", List.of(), "countries", List.of(), "themes", List.of()))
                .post("/api/v1/requests")
                .path("id");
        blockers(id)
                .body(
                        "items.what",
                        contains("INCOMPLETE", "INCOMPLETE", "INCOMPLETE", "INCOMPLETE", "INCOMPLETE", "NOT_SUBMITTED"))
                .body("items.turn", not(hasItem("OFFICER")));
    }

    @Test
    void what_was_submitted_waits_for_its_review_and_says_if_it_is_not_eligible() {
        blockers(Given.submitted("BO", "New")).body("items.what", contains("REVIEW_NOT_STARTED"));
        blockers(Given.submitted("CH", "Rich"))
                .body("items.what", contains("REVIEW_NOT_STARTED", "NOT_ELIGIBLE"))
                .body("items[1].detail", containsString("Switzerland"));
    }

    @Test
    void a_review_in_a_meeting_waits_for_one_to_be_planned_and_then_for_its_day() {
        String id = Given.submitted("BO", "Together");
        json(manager(), Map.of("procedure", "MEETING"))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200);
        blockers(id).body("items[0].what", equalTo("MEETING_TO_PLAN")).body("items[0].turn", equalTo("OFFICER"));
        Convened.inAWeek(id);
        String day = LocalDate.now(ZoneId.of("Europe/Brussels")).plusDays(7).toString();
        blockers(id)
                .body("items.what", not(hasItem("MEETING_TO_PLAN")))
                .body("items[0].detail", containsString("the steering group meets about it on " + day));
    }

    @Test
    void a_review_in_a_meeting_that_was_held_waits_for_no_other() {
        String id = Given.submitted("BO", "Met");
        json(manager(), Map.of("procedure", "MEETING"))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200);
        Convened.held(id);
        blockers(id).body("items.what", hasItem("OPINION_AWAITED")).body("items.what", not(hasItem("MEETING_TO_PLAN")));
    }

    @Test
    void a_review_waits_for_each_that_is_silent_then_for_the_manager() {
        String id = Given.underReview("BO", "Silence");
        heard(id, "HOME", "UNFAVOURABLE");
        blockers(id)
                .body(
                        "items.findAll { it.what == 'OPINION_AWAITED' }.who.flatten()",
                        contains("EEAS", "EUD-BO", "INTPA", "NEAR"))
                .body(
                        "items.findAll { it.what == 'OPINION_AWAITED' }.turn",
                        contains("STEERING_GROUP", "EU_DELEGATION", "STEERING_GROUP", "STEERING_GROUP"))
                .body("items[0].until", notNullValue())
                .body("items.find { it.what == 'UNFAVOURABLE_OPINION' }.who", contains("HOME"))
                .body("items.what", not(hasItem("DECISION_DUE")));
        List.of("EEAS", "EUD-BO", "INTPA", "NEAR").forEach(other -> heard(id, other, "FAVOURABLE"));
        blockers(id).body("items.what", contains("UNFAVOURABLE_OPINION", "DECISION_DUE"));
    }

    @Test
    void what_is_on_hold_waits_for_whom_it_is_held_and_what_has_ended_for_nobody() {
        blockers(Given.onHold("BO", "Paused"))
                .body("items.what", contains("ON_HOLD"))
                .body("items.turn", contains("OFFICER"));
        String waiting = Given.submitted("BO", "Not signed");
        json(manager(), Map.of("waitingFor", "PARTNER", "reason", "The letter is not signed."))
                .post(requestAt(waiting, "/hold"))
                .then()
                .statusCode(200);
        blockers(waiting)
                .body("items.turn", contains("PARTNER"))
                .body("items[0].detail", containsString(": The letter is not signed. Resume it when that is done"));
        blockers(Given.rejected("BO", "Done")).body("items", equalTo(List.of()));
        blockers(Given.withdrawn("BO", "Gone")).body("items", equalTo(List.of()));
    }

    @Test
    void what_is_approved_waits_for_its_fiche_the_three_sides_and_the_conditions() {
        String id = approvedUnder("BO", List.of(Map.of("text", "A counterpart is named.", "dueOn", "2199-01-01")));
        blockers(id)
                .body("items.what", contains("FICHE_MISSING", "CONDITION_OPEN"))
                .body("items[1].until", equalTo("2199-01-01"));
        Fiches.draftedFor(id);
        blockers(id).body("items.turn", contains("OFFICER", "STEERING_GROUP", "PARTNER", "PARTNER"));
    }

    @Test
    void what_blocks_it_is_told_in_the_readers_language() {
        String draft = json(
                        manager(),
                        Map.of("title", "Vide", "authorities", List.of(), "countries", List.of(), "themes", List.of()))
                .post("/api/v1/requests")
                .path("id");
        in("fr", draft)
                .body("items.what", hasItem("INCOMPLETE"))
                .body("items[0].detail", equalTo("Indiquez l’autorité requérante."))
                .body("items[5].detail", equalTo("Soumettez la requête une fois qu’elle est complète."));
        in("es", draft).body("items[0].detail", equalTo("Indique la autoridad solicitante."));
        in("es", Given.submitted("CH", "Rica"))
                .body("items.what", contains("REVIEW_NOT_STARTED", "NOT_ELIGIBLE"))
                .body("items[1].detail", startsWith("Suiza: ningún instrumento en vigor a "))
                .body(
                        "items[1].detail",
                        endsWith(". Aprobarla a pesar de ello exige motivar la excepción (overrideReason)."));
        String review = Given.underReview("BO", "Silence");
        in("fr", review)
                .body("items[0].what", equalTo("OPINION_AWAITED"))
                .body("items[0].detail", startsWith("L’avis suivant est attendu au plus tard le "))
                .body("items[0].detail", endsWith(" : EEAS."));
        in("es", approvedUnder("BO", List.of(Map.of("text", "A counterpart is named."))))
                .body("items.what", contains("FICHE_MISSING", "CONDITION_OPEN"))
                .body(
                        "items.detail",
                        contains(
                                "Redacte la ficha de acción.",
                                "La condición 1 aún no se ha cumplido: A counterpart is named."));
    }

    @Test
    void what_is_refused_is_told_in_the_language_of_problems() {
        String draft = json(
                        manager(),
                        Map.of("title", "Vide", "authorities", List.of(), "countries", List.of(), "themes", List.of()))
                .post("/api/v1/requests")
                .path("id");
        manager()
                .header("Accept-Language", "fr")
                .post(requestAt(draft, "/submission"))
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("Name the asking authority."));
    }

    @Test
    void a_condition_is_followed_until_it_is_met_or_waived() {
        String id = approvedUnder(
                "BO", List.of(Map.of("text", "A counterpart is named."), Map.of("text", "A room is found.")));
        settled(id, 1, Map.of("outcome", "MET")).statusCode(422).body("errors.pointer", contains("/evidence"));
        settled(id, 1, Map.of("outcome", "OPEN", "evidence", "?"))
                .statusCode(422)
                .body("errors.pointer", contains("/outcome"));
        settled(id, 3, Map.of("outcome", "MET", "evidence", "Seen.")).statusCode(404);
        settled(id, 1, Map.of("outcome", "MET", "evidence", "Letter of 3 May."))
                .statusCode(200)
                .body("conditions.status", contains("MET", "OPEN"))
                .body("conditions[0].evidence", equalTo("Letter of 3 May."))
                .body("conditions[0].settledOn", notNullValue());
        settled(id, 1, Map.of("outcome", "WAIVED", "evidence", "Never mind."))
                .statusCode(409)
                .body("detail", containsString("is MET already"));
        settled(id, 2, Map.of("outcome", "WAIVED", "evidence", "It is held online."))
                .statusCode(200);
        blockers(id).body("items.what", contains("FICHE_MISSING"));
    }

    @Test
    void a_rejection_has_no_conditions() {
        String id = Given.underReview("BO", "No");
        json(
                        manager(),
                        Map.of(
                                "outcome",
                                "REJECTED",
                                "overrideReason",
                                "Late.",
                                "conditions",
                                List.of(Map.of("text", "Wait."))))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/conditions"));
    }

    private static ValidatableResponse in(String language, String id) {
        return manager()
                .header("Accept-Language", language)
                .get(requestAt(id, "/blockers"))
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language))
                .header("Vary", containsString("Accept-Language"));
    }

    private static ValidatableResponse blockers(String id) {
        return manager().get(requestAt(id, "/blockers")).then().statusCode(200);
    }

    private static ValidatableResponse settled(String id, int number, Map<String, Object> command) {
        return json(manager(), command)
                .post(requestAt(id, "/conditions/" + number + "/settlement"))
                .then();
    }

    private static void heard(String id, String institution, String verdict) {
        json(
                        institution.startsWith("EUD") ? manager() : steering(institution),
                        Map.of("opinion", verdict, "institution", institution))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
    }

    private static String approvedUnder(String country, List<Map<String, String>> conditions) {
        String id = Given.underReview(country, "Under conditions");
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "By telephone.", "conditions", conditions))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        return id;
    }
}
