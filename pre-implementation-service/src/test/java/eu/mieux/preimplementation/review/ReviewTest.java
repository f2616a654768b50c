package eu.mieux.preimplementation.review;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.preimplementation.signature.Signature;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
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
        Review review = new Review("2026-01", new HashMap<>(), new HashMap<>(), new HashMap<>());
        Round round =
                new Round(Round.Procedure.WRITTEN, LocalDate.parse("2026-11-23"), new Signature("officer", null), null);
        review.ask(round, List.of("HOME"), LocalDate.parse("2026-12-01"));
        review.prolong(held, resumed);
        assertThat(Objects.requireNonNull(review.asked().get("HOME")).until()).isEqualTo(until);
    }
}
