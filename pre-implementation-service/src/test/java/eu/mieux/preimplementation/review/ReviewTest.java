package eu.mieux.preimplementation.review;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.preimplementation.signature.Signature;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {

    @ParameterizedTest(name = "held on {0}, resumed on {1}")
    @CsvSource({
        "2026-10-30, 2026-11-10, 2026-12-01",
        "2026-10-30, 2026-11-23, 2026-12-01",
        "2026-11-20, 2026-11-26, 2026-12-04",
        "2026-11-25, 2026-11-30, 2026-12-06",
        "2026-12-01, 2026-12-02, 2026-12-02",
        "2026-12-02, 2026-12-31, 2026-12-01"
    })
    void who_is_asked_since_23_november_until_1_december_gets_the_days_back_on_which_it_could_not_answer(
            LocalDate held, LocalDate resumed, LocalDate until) {
        Review review = asked();
        review.prolong(new Pause(held, resumed));
        assertThat(deadline(review)).isEqualTo(until);
    }

    @ParameterizedTest(name = "{0} to {1} should have been {2} to {3}")
    @CsvSource({
        "2026-11-25, 2026-11-30, 2026-11-25, 2026-11-26, 2026-12-02",
        "2026-11-25, 2026-11-26, 2026-11-24, 2026-11-30, 2026-12-07",
        "2026-11-25, 2026-11-30, 2026-09-01, 2026-09-20, 2026-12-01",
        "2026-12-02, 2026-12-31, 2026-11-30, 2026-12-31, 2027-01-01",
        "2026-11-30, 2026-12-31, 2026-12-02, 2026-12-31, 2026-12-01",
    })
    void a_deadline_follows_from_the_holds_as_they_are_corrected(
            LocalDate since, LocalDate until, LocalDate rightSince, LocalDate rightUntil, LocalDate deadline) {
        Review review = asked();
        Pause wrong = new Pause(since, until);
        review.prolong(wrong);
        review.recount(List.of(wrong), List.of(new Pause(rightSince, rightUntil)));
        assertThat(deadline(review)).isEqualTo(deadline);
    }

    @Test
    void a_later_hold_keeps_its_days_when_an_earlier_one_is_corrected() {
        Review review = asked();
        Pause first = new Pause(LocalDate.parse("2026-11-24"), LocalDate.parse("2026-12-04"));
        Pause second = new Pause(LocalDate.parse("2026-12-05"), LocalDate.parse("2026-12-07"));
        review.prolong(first);
        review.prolong(second);
        assertThat(deadline(review)).isEqualTo("2026-12-13");
        Pause right = new Pause(LocalDate.parse("2026-11-24"), LocalDate.parse("2026-12-01"));
        review.recount(List.of(first, second), List.of(right, second));
        assertThat(deadline(review)).isEqualTo("2026-12-10");
    }

    @Test
    void a_deadline_that_was_set_by_hand_since_stays() {
        Review review = asked();
        Pause wrong = new Pause(LocalDate.parse("2026-11-25"), LocalDate.parse("2026-11-30"));
        review.prolong(wrong);
        review.extend("HOME", LocalDate.parse("2026-12-20"), LocalDate.parse("2026-11-30"));
        review.recount(List.of(wrong), List.of(new Pause(wrong.since(), wrong.since())));
        assertThat(deadline(review)).isEqualTo("2026-12-20");
    }

    private static LocalDate deadline(Review review) {
        return Objects.requireNonNull(review.asked().get("HOME")).until();
    }

    /** Since 23 November, until 1 December. */
    private static Review asked() {
        Review review = new Review("2026-01", new HashMap<>(), new HashMap<>(), new HashMap<>());
        Round round =
                new Round(Round.Procedure.WRITTEN, LocalDate.parse("2026-11-23"), new Signature("officer", null), null);
        review.ask(round, List.of("HOME"), LocalDate.parse("2026-12-01"));
        return review;
    }
}
