package eu.mieux.chassis.codelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2021, 1, 1);
    private static final LocalDate EVE = NEW_YEAR.minusDays(1);

    @Test
    void both_ends_belong_to_it() {
        Validity day = new Validity(NEW_YEAR, NEW_YEAR);
        assertThat(day.includes(NEW_YEAR)).isTrue();
        assertThat(day.includes(EVE)).isFalse();
        assertThat(day.includes(NEW_YEAR.plusDays(1))).isFalse();
    }

    @Test
    void it_may_be_open_at_either_end() {
        assertThat(new Validity(null, EVE).includes(LocalDate.MIN)).isTrue();
        assertThat(new Validity(NEW_YEAR, null).includes(LocalDate.MAX)).isTrue();
        assertThat(Validity.ALWAYS.includes(NEW_YEAR)).isTrue();
    }

    @Test
    void it_may_not_end_before_it_begins() {
        assertThatThrownBy(() -> new Validity(NEW_YEAR, EVE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_overlap_exactly_when_some_day_belongs_to_both() {
        List<Validity> some = List.of(
                Validity.ALWAYS,
                new Validity(null, EVE),
                new Validity(NEW_YEAR, null),
                new Validity(EVE, NEW_YEAR),
                new Validity(EVE, EVE),
                new Validity(NEW_YEAR, NEW_YEAR));
        List<LocalDate> days = List.of(EVE.minusDays(1), EVE, NEW_YEAR, NEW_YEAR.plusDays(1));
        for (Validity a : some) {
            for (Validity b : some) {
                boolean shared = days.stream().anyMatch(day -> a.includes(day) && b.includes(day));
                assertThat(a.overlaps(b)).as("%s and %s", a, b).isEqualTo(shared);
            }
        }
    }
}
