package eu.mieux.preimplementation.feed;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.Given.steering;
import static eu.mieux.preimplementation.feed.Calendars.ends;
import static eu.mieux.preimplementation.feed.Calendars.entries;
import static eu.mieux.preimplementation.feed.Calendars.entry;
import static eu.mieux.preimplementation.feed.Calendars.link;
import static eu.mieux.preimplementation.feed.Calendars.made;
import static eu.mieux.preimplementation.feed.Calendars.somebody;
import static eu.mieux.preimplementation.feed.Calendars.starts;
import static eu.mieux.preimplementation.feed.Calendars.summaries;
import static eu.mieux.preimplementation.feed.Entered.name;
import static eu.mieux.preimplementation.feed.Entered.partner;
import static eu.mieux.preimplementation.feed.Entered.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.component.VEvent;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import eu.mieux.preimplementation.fiche.Fiches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What stands in whose calendar, and what becomes of it. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class CalendarEntriesTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CENTRAL_ASIA = "KG";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @Test
    void an_opinion_is_due_to_those_who_are_asked_for_it_and_those_who_wait_for_it() {
        String title = "Awaited " + UUID.randomUUID();
        Given.underReview("TG", title);
        assertThat(summaries(member("HOME"), title))
                .singleElement()
                .asString()
                .startsWith("Opinion of HOME due: ")
                .endsWith(title);
        assertThat(summaries(delegation("TG"), title))
                .singleElement()
                .asString()
                .contains("EUD-TG");
        assertThat(summaries(delegation("GH"), title)).isEmpty();
        assertThat(summaries(link(somebody("officer").claim("regions", List.of("AFRICA_WEST"))), title))
                .filteredOn(summary -> summary.startsWith("Opinion of"))
                .hasSize(5);
        assertThat(summaries(link(somebody("officer").claim("regions", List.of("LATIN_AMERICA_CARIBBEAN"))), title))
                .isEmpty();
        assertThat(summaries(link(somebody("manager")), title))
                .filteredOn(summary -> summary.startsWith("Opinion of"))
                .hasSize(5);
        assertThat(summaries(partner("TG"), title)).isEmpty();
    }

    @Test
    void a_launch_is_due_to_officers_and_managers_while_its_clock_runs() {
        String title = "Launched soon " + UUID.randomUUID();
        String id = Given.submitted("TG", title);
        String link = link(somebody("officer").claim("regions", List.of("AFRICA_WEST")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(starts(entry(link, title)))
                        .isEqualTo(today.plusMonths(3).toString()));
        assertThat(summaries(link, title)).singleElement().asString().startsWith("Launch due: ");
        assertThat(summaries(member("HOME"), title)).isEmpty();
        manager().post(requestAt(id, "/hold")).then().statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(entries(link, title)).isEmpty());
    }

    @Test
    void a_deadline_that_moves_is_the_same_entry_and_one_that_is_met_is_gone() {
        String title = "Moved " + UUID.randomUUID();
        String id = Given.underReview("TG", title);
        String link = member("NEAR");
        VEvent before = entry(link, title);
        String later = today.plusDays(40).toString();
        json(manager(), Map.of("until", later))
                .post(requestAt(id, "/voices/NEAR/extension"))
                .then()
                .statusCode(200);
        VEvent after = entry(link, title);
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue())
                .isGreaterThan(before.getSequence().getValue());
        assertThat(after.getLastModified().getValue())
                .isAfterOrEqualTo(before.getLastModified().getValue());
        assertThat(starts(after)).isEqualTo(later);
        assertThat(after.getDateStart().getValue().hasTime()).isFalse();
        assertThat(ends(after)).isEqualTo(today.plusDays(41).toString());
        json(steering("NEAR"), Map.of("opinion", "NO_OBJECTION"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        assertThat(entries(link, title)).isEmpty();
    }

    @Test
    void an_institution_that_may_speak_for_another_is_told_by_when() {
        String title = "Delegated " + UUID.randomUUID();
        String id = Given.underReview("TG", title);
        json(steering("HOME"), Map.of("to", "EEAS"))
                .post(requestAt(id, "/voices/HOME/delegation"))
                .then()
                .statusCode(200);
        assertThat(entries(member("EEAS"), title)).hasSize(2);
    }

    @Test
    void an_opinion_is_due_again_when_who_spoke_for_the_institution_has_stepped_back() {
        String title = "Spoken for " + UUID.randomUUID();
        String id = Given.underReview("TG", title);
        json(steering("NEAR"), Map.of("to", "HOME"))
                .post(requestAt(id, "/voices/NEAR/delegation"))
                .then()
                .statusCode(200);
        json(steering("HOME"), Map.of("opinion", "NO_OBJECTION", "institution", "NEAR"))
                .post(requestAt(id, "/opinions"))
                .then()
                .statusCode(200);
        assertThat(entries(member("NEAR"), title)).isEmpty();
        json(steering("HOME"), Map.of("reason", "A relative works there"))
                .post(requestAt(id, "/voices/HOME/recusal"))
                .then()
                .statusCode(200);
        assertThat(entries(member("NEAR"), title)).hasSize(1);
    }

    @Test
    void a_condition_is_due_until_it_is_met() {
        String title = "Conditional " + UUID.randomUUID();
        String id = Given.underReview("TG", title);
        String due = today.plusDays(30).toString();
        json(
                        manager(),
                        Map.of(
                                "outcome",
                                "APPROVED",
                                "overrideReason",
                                "Agreed.",
                                "conditions",
                                List.of(Map.of("text", "Mr Secret is dismissed.", "dueOn", due))))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        String link = partner("TG");
        VEvent condition = entry(link, title);
        assertThat(starts(condition)).isEqualTo(due);
        assertThat(condition.getSummary().getValue()).startsWith("Condition 1 due");
        assertThat(condition.toString()).doesNotContain("Mr Secret");
        assertThat(entries(partner("GH"), title)).isEmpty();
        json(manager(), Map.of("outcome", "MET", "evidence", "Seen."))
                .post(requestAt(id, "/conditions/1/settlement"))
                .then()
                .statusCode(200);
        assertThat(entries(link, title)).isEmpty();
    }

    @Test
    void each_side_is_told_that_its_endorsement_is_awaited() {
        String request = Given.approved(CENTRAL_ASIA, "To be endorsed");
        String fiche = Fiches.draftedFor(request);
        String reference = manager().get(requestAt(request, "")).path("reference");
        String partner = partner(CENTRAL_ASIA);
        assertThat(summaries(partner, reference))
                .contains("Endorsement awaited (partner): " + name(fiche) + ", " + reference);
        assertThat(summaries(member("INTPA"), "awaited (steering group): " + name(fiche)))
                .hasSize(1);
        assertThat(summaries(delegation(CENTRAL_ASIA), "awaited (")).isEmpty();
        Fiches.endorsed(fiche);
        assertThat(summaries(partner, "Endorsement awaited (partner): " + name(fiche)))
                .isEmpty();
    }

    @Test
    void an_institution_that_has_stepped_back_is_told_of_no_endorsement_that_it_may_not_give() {
        String request = Given.underReview(CENTRAL_ASIA, "To be endorsed by others");
        json(steering("HOME"), Map.of("reason", "Our expert wrote the request."))
                .post(requestAt(request, "/voices/HOME/recusal"))
                .then()
                .statusCode(200);
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed by telephone."))
                .post(requestAt(request, "/decision"))
                .then()
                .statusCode(200);
        String awaited = "awaited (steering group): " + name(Fiches.draftedFor(request));
        assertThat(summaries(member("INTPA"), awaited)).hasSize(1);
        assertThat(summaries(member("HOME"), awaited)).isEmpty();
    }

    @Test
    void what_lies_years_back_is_not_told() {
        String code = "2018-%05d".formatted(Math.abs(UUID.randomUUID().hashCode() % 100_000));
        String link = link(somebody("logistics"));
        UUID activity = UUID.randomUUID();
        published(
                activity,
                1,
                "activity-recorded",
                code,
                "DELIVERED",
                today.minusMonths(3).toString(),
                null);
        await().atMost(SOON).until(() -> entries(link, code).size() == 1);
        published(
                activity,
                2,
                "activity-recorded",
                code,
                "DELIVERED",
                today.minusMonths(13).toString(),
                null);
        await().atMost(SOON).until(() -> entries(link, code).isEmpty());
    }

    @Test
    void a_title_with_lines_of_a_calendar_in_it_is_still_a_title() {
        String mark = UUID.randomUUID().toString();
        Given.underReview(
                "TG", mark + "\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:Forged\u2028ATTENDEE:mailto:x@y.example");
        VEvent only = entry(member("HOME"), mark);
        assertThat(only.getSummary().getValue())
                .endsWith(mark + " END:VEVENT BEGIN:VEVENT SUMMARY:Forged ATTENDEE:mailto:x@y.example");
        assertThat(only.getAttendees()).isEmpty();
    }

    @Test
    void a_calendar_speaks_the_language_and_of_the_kinds_that_were_asked_for() {
        String title = "En français " + UUID.randomUUID();
        Given.underReview("TG", title);
        String french = Calendars.path(made(
                somebody("steering-member").claim("institution", "HOME"),
                Map.of("name", "Les miens", "language", "fr", "kinds", List.of("OPINIONS"))));
        VEvent avis = entry(french, title);
        assertThat(avis.getSummary().getValue()).startsWith("Avis de HOME attendu : ");
        String other = Calendars.path(made(
                somebody("steering-member").claim("institution", "HOME"),
                Map.of("name", "No opinions", "kinds", List.of("ACTIVITIES", "CONDITIONS"))));
        assertThat(entries(other, title)).isEmpty();
    }

    private static String member(String institution) {
        return link(somebody("steering-member").claim("institution", institution));
    }

    private static String delegation(String country) {
        return link(somebody("eu-delegation").claim("countries", List.of(country)));
    }
}
