package eu.mieux.preimplementation.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HoldsTest {

    private static final LocalDate SUBMITTED = LocalDate.parse("2026-11-30");

    private final Holds holds = new Holds("2026-07", SUBMITTED, new HashMap<>());

    private static Hold held(String since) {
        return Hold.since(LocalDate.parse(since), Turn.PARTNER, null);
    }

    @Test
    void three_months_after_the_last_of_november_is_the_last_of_february() {
        assertThat(holds.dueOn()).isEqualTo("2027-02-28");
        assertThat(new Holds("2027-07", LocalDate.parse("2027-11-30"), new HashMap<>()).dueOn())
                .isEqualTo("2028-02-29");
    }

    @Test
    void a_hold_that_is_over_moves_the_day_on_and_one_that_lasts_not_yet() {
        holds.begin(held("2026-12-24"));
        assertThat(holds.dueOn()).isEqualTo("2027-02-28");
        holds.end(LocalDate.parse("2027-01-07"));
        assertThat(holds.dueOn()).isEqualTo("2027-03-14");
    }

    @Test
    void days_that_were_written_down_wrong_are_corrected_back_to_the_start() {
        holds.begin(held("2026-12-24"));
        holds.end(LocalDate.parse("2027-01-07"));
        holds.correct(1, LocalDate.parse("2026-12-20"), LocalDate.parse("2026-12-21"), null);
        assertThat(holds.dueOn()).isEqualTo("2027-03-01");
    }

    @Test
    void holds_follow_each_other_and_none_is_before_the_submission() {
        assertThatThrownBy(() -> holds.begin(held("2026-11-29")))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        refusal -> assertThat(refusal.errors())
                                .singleElement()
                                .returns("/since", Refusal.FieldError::pointer));
        holds.begin(held("2026-12-24"));
        assertThatThrownBy(() -> holds.end(LocalDate.parse("2026-12-23"))).isInstanceOf(InvalidFields.class);
        holds.end(LocalDate.parse("2027-01-07"));
        assertThatThrownBy(() -> holds.begin(held("2027-01-06"))).isInstanceOf(InvalidFields.class);
        holds.begin(held("2027-01-10"));
        assertThatThrownBy(() -> holds.correct(1, LocalDate.parse("2026-12-24"), LocalDate.parse("2027-01-11"), null))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> holds.correct(2, LocalDate.parse("2027-01-10"), LocalDate.parse("2027-01-11"), null))
                .isInstanceOf(InvalidFields.class);
    }

    @Test
    void nothing_is_corrected_to_have_been_on_hold_after_its_decision() {
        LocalDate decided = LocalDate.parse("2026-12-20");
        holds.begin(held("2026-12-02"));
        holds.end(LocalDate.parse("2026-12-04"));

        holds.correct(1, LocalDate.parse("2026-12-02"), decided, decided);

        assertThat(holds.state()).extracting(Holds.State::until).containsExactly(decided);
        assertThatThrownBy(() -> holds.correct(1, LocalDate.parse("2026-12-02"), decided.plusDays(1), decided))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        refusal -> assertThat(refusal.errors())
                                .singleElement()
                                .returns("/until", Refusal.FieldError::pointer));
    }

    @Property
    void used_and_held_days_add_up_and_the_due_day_moves_by_the_held_ones(
            @ForAll @Size(max = 6) List<@IntRange(max = 40) Integer> gaps, @ForAll @IntRange(max = 400) int age) {
        Holds several = new Holds("2026-07", SUBMITTED, new HashMap<>());
        LocalDate day = SUBMITTED;
        for (int i = 0; i + 1 < gaps.size(); i += 2) {
            several.begin(Hold.since(day.plusDays(gaps.get(i)), Turn.PARTNER, null));
            day = day.plusDays(gaps.get(i) + gaps.get(i + 1));
            several.end(day);
        }
        LocalDate today = day.plusDays(age);
        Course course = new Course(
                SUBMITTED, List.of(), several.holds().values(), null, null, (on, step) -> List.of(Turn.OFFICER));
        FastResponseClock clock = FastResponseClock.of(course, today);
        assertThat(clock.dueOn()).isEqualTo(several.dueOn());
        assertThat(course.days(today)).hasSize(clock.daysUsed() + clock.daysOnHold());
        assertThat(course.days(today).stream().filter(ClockDay::counted)).hasSize(clock.daysUsed());
    }
}
