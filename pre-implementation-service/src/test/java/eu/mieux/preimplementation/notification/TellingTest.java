package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.notification.Mailboxes.delegation;
import static eu.mieux.preimplementation.notification.Mailboxes.officer;
import static eu.mieux.preimplementation.notification.Mailboxes.partner;
import static eu.mieux.preimplementation.notification.Mailboxes.person;
import static eu.mieux.preimplementation.notification.Mailboxes.steering;
import static eu.mieux.preimplementation.notification.Mailboxes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import eu.mieux.preimplementation.mailing.RealMail;
import eu.mieux.preimplementation.notification.Mailboxes.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is told of what: those whose turn it is, who see it, and who did not do it themselves. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(RealMail.class)
class TellingTest {

    private static final String AFRICA = "AFRICA_CENTRAL_EASTERN_SOUTHERN";
    private static final Map<String, String> NOTHING_ELSE = Map.of();

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @Test
    void those_whose_opinion_is_awaited_are_told_by_when_and_nobody_else() {
        Person home = steering("of-home", "HOME").told(NOTHING_ELSE);
        Person kampala = delegation("in-kampala", "UG").told(NOTHING_ELSE);
        Person lima = delegation("in-lima", "PE").told(NOTHING_ELSE);
        String id = Given.submitted("UG", "Asked by mail");
        review(id, today.plusDays(20));
        String subject = "Request %s: your opinion is awaited by %s".formatted(reference(id), day(20));
        home.awaitSubjects(subject);
        kampala.awaitSubjects(subject);
        assertThat(text(home.mail(2)))
                .contains("Asked by mail")
                .contains("The opinion of HOME is awaited. By " + day(20) + ".")
                .contains("https://front.example/requests/" + reference(id));
        assertThat(text(kampala.mail(2))).contains("The opinion of EUD-UG is awaited.");
        assertThat(lima.subjects()).isEmpty();
    }

    @Test
    void another_deadline_is_told_to_whom_it_is_set_and_a_delegation_to_who_may_speak() {
        Person near = steering("of-near", "NEAR").told(NOTHING_ELSE);
        Person eeas = steering("of-eeas", "EEAS").told(NOTHING_ELSE);
        String id = Given.submitted("UG", "More time");
        review(id, today.plusDays(20));
        near.awaitSubjects(awaited(id, 20));
        eeas.awaitSubjects(awaited(id, 20));
        json(manager(), Map.of("until", today.plusDays(9).toString()))
                .post(requestAt(id, "/voices/NEAR/extension"))
                .then()
                .statusCode(200);
        near.awaitSubjects(awaited(id, 20), awaited(id, 9));
        json(Given.steering("NEAR"), Map.of("to", "EEAS"))
                .post(requestAt(id, "/voices/NEAR/delegation"))
                .then()
                .statusCode(200);
        eeas.awaitSubjects(awaited(id, 20), awaited(id, 9));
        assertThat(text(eeas.mail(3))).contains("The opinion of EEAS, NEAR is awaited.");
        assertThat(near.subjects()).hasSize(2);
    }

    @Test
    void whoever_is_silent_is_reminded() {
        Person inta = steering("of-intpa", "INTPA").told(NOTHING_ELSE);
        String id = Given.submitted("UG", "Soon over");
        review(id, today.plusDays(2));
        inta.awaitSubjects(
                awaited(id, 2), "Reminder: request %s, your opinion is awaited by %s".formatted(reference(id), day(2)));
        assertThat(text(inta.mail(3))).contains("The opinion of INTPA is still awaited.");
    }

    @Test
    void officers_of_its_regions_are_told_what_is_to_be_screened_but_not_of_what_they_did() {
        Person there = officer("of-africa", AFRICA).told(NOTHING_ELSE);
        Person elsewhere = officer("of-asia", "ASIA").told(NOTHING_ELSE);
        Person herself = officer("who-submits", AFRICA).told(NOTHING_ELSE);
        String id = Given.drafted("UG", "To be screened");
        herself.token().request().post(requestAt(id, "/submission")).then().statusCode(200);
        there.awaitSubjects("Request %s: to be screened".formatted(reference(id)));
        assertThat(elsewhere.subjects()).isEmpty();
        assertThat(herself.subjects()).isEmpty();
    }

    @Test
    void managers_are_told_once_that_a_decision_is_due() {
        Person decides = person("manager", "who-decides").told(NOTHING_ELSE);
        String id = Given.underReview("UG", "All have spoken");
        for (String institution : Given.INSTITUTIONS) {
            opinion(Given.steering(institution), id);
        }
        assertThat(decides.subjects()).noneMatch(subject -> subject.contains(reference(id)));
        opinion(Given.delegation("UG"), id);
        decides.awaitSubjects("Request %s: a decision is due".formatted(reference(id)));
        // A second thought changes nothing about whose turn it is.
        opinion(Given.steering("HOME"), id);
        Person after = steering("afterwards", "HOME").told(NOTHING_ELSE);
        String next = Given.underReview("UG", "The next one");
        await().until(() -> after.subjects().stream().anyMatch(subject -> subject.contains(reference(next))));
        assertThat(decides.subjects()).hasSize(1);
    }

    @Test
    void partners_are_told_what_becomes_of_their_requests_and_of_no_others() {
        Person asks = partner("who-asks", Given.authority("UG")).told(NOTHING_ELSE);
        Person another = partner("another", Given.authority("KE")).told(NOTHING_ELSE);
        String id = Given.onHold("UG", "Followed");
        String held = "Request %s is on hold".formatted(reference(id));
        asks.awaitSubjects(held);
        assertThat(text(asks.mail(2))).contains("It waits for the project officer.");
        manager().post(requestAt(id, "/resumption")).then().statusCode(200);
        json(
                        manager(),
                        Map.of(
                                "outcome",
                                "APPROVED",
                                "overrideReason",
                                "Agreed.",
                                "conditions",
                                List.of(Map.of("text", "A counterpart is named."))))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        json(manager(), Map.of("outcome", "MET", "evidence", "Her letter."))
                .post(requestAt(id, "/conditions/1/settlement"))
                .then()
                .statusCode(200);
        String reference = reference(id);
        asks.awaitSubjects(
                held,
                "Request %s goes on".formatted(reference),
                "Request %s is approved".formatted(reference),
                "Request %s: a condition is settled".formatted(reference));
        assertThat(another.subjects()).isEmpty();
    }

    @Test
    void the_sides_that_have_not_endorsed_a_fiche_are_told_and_then_that_it_is_done() {
        String request = Given.approved("PE", "With a fiche");
        Person asks = partner("endorses", Given.authority("PE")).told(NOTHING_ELSE);
        Person home = steering("also-endorses", "HOME").told(NOTHING_ELSE);
        String fiche = Fiches.draftedFor(request);
        String toEndorse = "Request %s: the Action Fiche awaits your endorsement".formatted(reference(request));
        asks.awaitSubjects(toEndorse);
        endorse(fiche, "PARTNER");
        home.awaitSubjects(toEndorse);
        endorse(fiche, "OFFICER");
        endorse(fiche, "STEERING_GROUP");
        String endorsed = "Request %s: the Action Fiche is endorsed".formatted(reference(request));
        asks.awaitSubjects(toEndorse, endorsed);
        home.awaitSubjects(toEndorse, endorsed);
    }

    @Test
    void an_institution_that_has_stepped_back_is_not_asked_to_endorse() {
        String request = Given.underReview("PE", "Too near");
        json(Given.steering("HOME"), Map.of("reason", "A conflict of interest."))
                .post(requestAt(request, "/voices/HOME/recusal"))
                .then()
                .statusCode(200);
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed by telephone."))
                .post(requestAt(request, "/decision"))
                .then()
                .statusCode(200);
        Person home = steering("may-not-endorse", "HOME").told(NOTHING_ELSE);
        Person near = steering("may-endorse", "NEAR").told(NOTHING_ELSE);
        Fiches.draftedFor(request);
        near.awaitSubjects("Request %s: the Action Fiche awaits your endorsement".formatted(reference(request)));
        assertThat(home.subjects()).isEmpty();
    }

    @Test
    void the_officer_is_told_when_the_three_months_are_at_risk() {
        Person there = officer("in-time", AFRICA).told(Map.of("SCREENING_DUE", "NEVER"));
        String id = Given.submitted("UG", "Late");
        Warned.of(id, 3, Instant.now());
        String due = new Wording("en").day(today.plusMonths(3));
        there.awaitSubjects(
                "Request %s: to be launched by %s, the three months are at risk".formatted(reference(id), due));
        assertThat(text(there.mail(2))).contains("It is the turn of: the project officer. By " + due + ".");
    }

    @Test
    void focal_points_are_told_of_their_authoritys_requests_without_settings_until_they_unsubscribe() {
        String authority = Given.authority("RW");
        json(manager(), Map.of("name", "Aline", "email", "aline@interior.example", "languages", List.of("fr", "en")))
                .post("/api/v1/authorities/" + authority + "/contacts")
                .then()
                .statusCode(200);
        Person aline = new Person(eu.mieux.chassis.testing.Tokens.of("partner"), "aline@interior.example");
        String id = Given.onHold("RW", "From Kigali");
        assertThat(Mailboxes.subject(aline.mail(1))).isEqualTo("La requête %s est suspendue".formatted(reference(id)));
        String link = Mailboxes.path(Mailboxes.link(aline.mail(1)));
        io.restassured.RestAssured.given().get(link).then().statusCode(200);
        io.restassured.RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(link)
                .then()
                .statusCode(200);
        manager().post(requestAt(id, "/resumption")).then().statusCode(200);
        manager().post(requestAt(id, "/hold")).then().statusCode(200);
        manager().post(requestAt(id, "/resumption")).then().statusCode(200);
        aline.mail(3);
        assertThat(aline.mails().stream().map(Mailboxes::subject))
                .containsExactly(
                        "La requête %s est suspendue".formatted(reference(id)),
                        "La requête %s reprend son cours".formatted(reference(id)),
                        "La requête %s reprend son cours".formatted(reference(id)));
    }

    @Test
    void what_happened_before_and_what_comes_from_a_portfolio_is_told_to_nobody() {
        String before = Given.submitted("UG", "Before she came");
        Person comes = officer("who-comes", AFRICA).told(NOTHING_ELSE);
        Given.imported("requests", """
                reference,submitted_on,title,authorities,countries,themes,status,decided_on,decision_note,provenance
                2011-77,2011-03-01,From the past,%s,UG,BORDER_MANAGEMENT,SUBMITTED,,,
                """.formatted(Given.authority("UG")));
        Warned.of(before, 9, Instant.now().minus(Duration.ofDays(1)));
        String after = Given.submitted("UG", "After she came");
        comes.awaitSubjects("Request %s: to be screened".formatted(reference(after)));
    }

    private static void endorse(String fiche, String side) {
        json(manager(), Map.of("side", side))
                .post(Fiches.at(fiche, "/endorsements"))
                .then()
                .statusCode(200);
    }

    private static void review(String id, LocalDate until) {
        json(manager(), Map.of("opinionsUntil", until.toString()))
                .post(requestAt(id, "/review"))
                .then()
                .statusCode(200);
    }

    private static void opinion(RequestSpecification by, String id) {
        json(by, Map.of("opinion", "FAVOURABLE"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
    }

    private static String reference(String id) {
        return manager().get(requestAt(id, "")).path("reference");
    }

    private String awaited(String id, int days) {
        return "Request %s: your opinion is awaited by %s".formatted(reference(id), day(days));
    }

    private String day(int days) {
        return new Wording("en").day(today.plusDays(days));
    }
}
