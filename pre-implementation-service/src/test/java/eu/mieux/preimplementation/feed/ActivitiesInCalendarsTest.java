package eu.mieux.preimplementation.feed;

import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static eu.mieux.preimplementation.feed.Calendars.ends;
import static eu.mieux.preimplementation.feed.Calendars.entries;
import static eu.mieux.preimplementation.feed.Calendars.entry;
import static eu.mieux.preimplementation.feed.Calendars.link;
import static eu.mieux.preimplementation.feed.Calendars.somebody;
import static eu.mieux.preimplementation.feed.Calendars.starts;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Activities as entries of a calendar, foreseen and scheduled. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ActivitiesInCalendarsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String CENTRAL_ASIA = "KG";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));

    @Test
    void an_activity_goes_from_its_month_in_the_fiche_to_its_days_and_moves_when_it_is_postponed() {
        String request = Given.approved(CENTRAL_ASIA, "To be planned");
        String fiche = Fiches.draftedFor(request);
        String reference = manager().get(requestAt(request, "")).path("reference");
        String link = partner(CENTRAL_ASIA);
        String words = name(fiche) + ", Activity 3: ";
        VEvent foreseen = entry(link, words);
        assertThat(starts(foreseen)).isEqualTo(Fiches.month(3) + "-01");
        assertThat(ends(foreseen)).isEqualTo(Fiches.month(4) + "-01");
        assertThat(foreseen.getStatus().isTentative()).isTrue();
        assertThat(foreseen.getLocation().getValue()).isEqualTo("Lima, Peru");

        UUID activity = UUID.randomUUID();
        published(activity, 1, "activity-planned", reference, "PLANNED", null, null);
        published(activity, 2, "activity-confirmed", reference, "CONFIRMED", "2027-03-08", "2027-03-12");
        await().atMost(SOON).until(() -> starts(entry(link, words)).equals("2027-03-08"));
        VEvent confirmed = entry(link, words);
        assertThat(confirmed.getUid().getValue()).isEqualTo(foreseen.getUid().getValue());
        assertThat(confirmed.getSequence().getValue())
                .isGreaterThan(foreseen.getSequence().getValue());
        assertThat(ends(confirmed)).isEqualTo("2027-03-13");
        assertThat(confirmed.getStatus().isConfirmed()).isTrue();

        published(activity, 3, "activity-postponed", reference, "POSTPONED", "2027-05-10", "2027-05-14");
        await().atMost(SOON).until(() -> starts(entry(link, words)).equals("2027-05-10"));
        VEvent postponed = entry(link, words);
        assertThat(postponed.getUid().getValue()).isEqualTo(foreseen.getUid().getValue());
        assertThat(postponed.getSequence().getValue())
                .isGreaterThan(confirmed.getSequence().getValue());

        published(activity, 4, "activity-cancelled", reference, "CANCELLED", "2027-05-10", "2027-05-14");
        await().atMost(SOON).until(() -> entry(link, words).getStatus().isCancelled());
    }

    @Test
    void who_works_for_all_actions_sees_their_activities_and_nothing_of_requests() {
        String title = "For logistics " + UUID.randomUUID();
        Given.underReview("TG", title);
        String code = "2019-%05d".formatted(Math.abs(UUID.randomUUID().hashCode() % 100_000));
        String link = link(somebody("logistics"));
        published(UUID.randomUUID(), 1, "activity-recorded", code, "CONFIRMED", today.toString(), today.toString());
        await().atMost(SOON).until(() -> entries(link, code + ", Activity 3").size() == 1);
        assertThat(entries(link, title)).isEmpty();
        assertThat(entries(partner("TG"), code)).isEmpty();
    }
}
