package eu.mieux.preimplementation.notification;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.fiche.Fiches.at;
import static eu.mieux.preimplementation.notification.Mailboxes.delegation;
import static eu.mieux.preimplementation.notification.Mailboxes.officer;
import static eu.mieux.preimplementation.notification.Mailboxes.partner;
import static eu.mieux.preimplementation.notification.Mailboxes.person;
import static eu.mieux.preimplementation.notification.Mailboxes.steering;
import static eu.mieux.preimplementation.notification.Mailboxes.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import eu.mieux.preimplementation.mailing.RealMail;
import eu.mieux.preimplementation.notification.Mailboxes.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A comment waits for those who write the fiche, an answer for her who wrote the comment. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
@QuarkusTestResource(RealMail.class)
class CommentMailTest {

    private static final String REGION = "AFRICA_WEST";

    @Test
    void a_comment_is_told_to_those_who_write_the_fiche_and_what_becomes_of_it_to_her_who_wrote_it() {
        String fiche = Fiches.drafted("SN");
        Person author = steering("comments-at-home", "HOME").told(Map.of());
        Person elsewhere = officer("drafts-elsewhere", "ASIA").told(Map.of());
        Person reads = delegation("reads-in-dakar", "SN").told(Map.of());
        // Members of none that there is, as their roles do not count, have no settings.
        for (Person ofNone :
                List.of(person("steering-member", "of-no-institution"), steering("of-another-service", "FPI"))) {
            ofNone.token()
                    .request()
                    .get("/api/v1/notification-settings/mine")
                    .then()
                    .statusCode(403);
        }
        Person officer = officer("drafts-in-dakar", REGION).told(Map.of());
        Person partner = partner("drafts-for-senegal", Given.authority("SN")).told("fr", Map.of());
        String comment = comment(author, fiche, "BUDGET", "Are the flights not too cheap?");

        officer.awaitSubjects(open(fiche));
        partner.awaitSubjects(
                "Requête %s : un commentaire sur la fiche d’action attend une réponse".formatted(reference(fiche)));
        assertThat(text(officer.mail(2)))
                .contains("To become an Action")
                .contains("A comment on the section “Budget” of the Action Fiche of %s is open."
                        .formatted(manager().get(at(fiche, "")).<String>path("actionName")))
                .contains("https://front.example/requests/" + reference(fiche))
                .doesNotContain("flights");

        reply(officer, fiche, comment, "They are charters.");
        author.awaitSubjects(of(fiche, "your comment on the Action Fiche was answered"));
        assertThat(text(author.mail(2))).doesNotContain("charters");
        reply(author, fiche, comment, "Then say so.");
        officer.awaitSubjects(open(fiche), open(fiche));

        partner.token()
                .request()
                .post(at(fiche, "/comments/" + comment + "/resolution"))
                .then()
                .statusCode(200);
        author.awaitSubjects(
                of(fiche, "your comment on the Action Fiche was answered"),
                of(fiche, "your comment on the Action Fiche was resolved"));
        assertThat(elsewhere.subjects()).isEmpty();
        assertThat(reads.subjects()).isEmpty();
        assertThat(partner.subjects()).hasSize(2);
    }

    @Test
    void an_institution_that_stepped_back_is_not_told_of_comments() {
        String left = Fiches.draftedWithout("SN", "HOME");
        String other = Fiches.drafted("SN");
        Person home = steering("stepped-back-at-home", "HOME").told(Map.of());
        Person near = steering("stays-at-near", "NEAR").told(Map.of());
        Person officer = officer("comments-alone", REGION).told(Map.of());
        comment(officer, left, "RISKS", "Elections?");
        near.awaitSubjects(open(left));
        comment(officer, other, "RISKS", "Elections?");
        home.awaitSubjects(open(other));
        near.awaitSubjects(open(left), open(other));
    }

    @Test
    void a_delegation_is_told_that_its_comment_was_answered_and_who_opens_it_again_tells_the_others() {
        String fiche = Fiches.drafted("SN");
        Person author = delegation("comments-in-dakar", "SN").told(Map.of());
        Person near = steering("drafts-at-near", "NEAR").told(Map.of());
        Person officer = officer("opens-again", REGION).told(Map.of());
        String comment = comment(author, fiche, "RISKS", "Elections?");
        near.awaitSubjects(open(fiche));
        officer.token()
                .request()
                .post(at(fiche, "/comments/" + comment + "/resolution"))
                .then()
                .statusCode(200);
        author.awaitSubjects(of(fiche, "your comment on the Action Fiche was resolved"));
        officer.token()
                .request()
                .post(at(fiche, "/comments/" + comment + "/reopening"))
                .then()
                .statusCode(200);
        near.awaitSubjects(open(fiche), open(fiche));
        assertThat(officer.subjects()).containsExactly(open(fiche));
        assertThat(author.subjects()).hasSize(1);
    }

    private static String comment(Person by, String fiche, String section, String text) {
        return json(by.token().request(), Map.of("section", section, "text", text))
                .post(at(fiche, "/comments"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void reply(Person by, String fiche, String comment, String text) {
        json(by.token().request(), Map.of("text", text))
                .post(at(fiche, "/comments/" + comment + "/replies"))
                .then()
                .statusCode(200);
    }

    private static String open(String fiche) {
        return of(fiche, "a comment on the Action Fiche awaits an answer");
    }

    private static String of(String fiche, String what) {
        return "Request %s: %s".formatted(reference(fiche), what);
    }

    private static String reference(String fiche) {
        return manager().get(at(fiche, "")).path("requestReference");
    }
}
