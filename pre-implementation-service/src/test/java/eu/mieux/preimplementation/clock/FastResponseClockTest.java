package eu.mieux.preimplementation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.preimplementation.clock.Course.Turned;
import eu.mieux.preimplementation.clock.FastResponseClock.Promise;
import eu.mieux.preimplementation.clock.FastResponseClock.State;
import eu.mieux.preimplementation.clock.FastResponseClock.Step;
import eu.mieux.preimplementation.clock.FastResponseClock.StepDays;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FastResponseClockTest {

    private static final LocalDate SUBMITTED = LocalDate.parse("2026-01-31");

    private static FastResponseClock on(String today, Turned... way) {
        return clock(today, null, null, List.of(), way);
    }

    private static FastResponseClock clock(
            String today,
            @Nullable LocalDate launchedOn,
            @Nullable LocalDate endedOn,
            List<Hold> holds,
            Turned... way) {
        Course course =
                new Course(SUBMITTED, List.of(way), holds, launchedOn, endedOn, (day, step) -> List.of(Turn.OFFICER));
        return FastResponseClock.of(course, LocalDate.parse(today));
    }

    private static Turned turned(String on, Step step) {
        return new Turned(LocalDate.parse(on), step);
    }

    private static Hold held(String since) {
        return Hold.since(LocalDate.parse(since), Turn.PARTNER, "The letter is not signed.");
    }

    private static final Turned SCREENING = new Turned(SUBMITTED, Step.SCREENING);

    @Test
    void three_calendar_months_after_the_last_of_january_is_the_last_of_april() {
        FastResponseClock clock = on("2026-01-31", SCREENING);
        assertThat(clock.dueOn()).isEqualTo("2026-04-30");
        assertThat(clock.daysLeft()).isEqualTo(89);
        assertThat(clock.state()).isEqualTo(State.RUNNING);
        assertThat(clock.turn()).containsExactly(Turn.OFFICER);
    }

    @Test
    void with_fewer_than_thirty_days_left_it_is_at_risk_and_after_the_last_one_missed() {
        assertThat(on("2026-03-31", SCREENING).promise()).isEqualTo(Promise.KEPT);
        assertThat(on("2026-04-01", SCREENING).promise()).isEqualTo(Promise.AT_RISK);
        assertThat(on("2026-04-30", SCREENING).promise()).isEqualTo(Promise.AT_RISK);
        assertThat(on("2026-05-01", SCREENING).promise()).isEqualTo(Promise.MISSED);
        assertThat(on("2026-05-03", SCREENING).daysLeft()).isEqualTo(-3);
    }

    @Test
    void it_stands_still_while_on_hold_and_is_due_as_much_later() {
        FastResponseClock still = clock("2026-02-20", null, null, List.of(held("2026-02-10")), SCREENING);
        assertThat(still.state()).isEqualTo(State.STANDING_STILL);
        assertThat(still.step()).isEqualTo(Step.SCREENING);
        assertThat(still.turn()).containsExactly(Turn.PARTNER);
        assertThat(still.daysUsed()).isEqualTo(10);
        assertThat(still.daysOnHold()).isEqualTo(10);
        assertThat(still.dueOn()).isEqualTo("2026-05-10");

        Hold over = held("2026-02-10").endedOn(LocalDate.parse("2026-02-20"));
        FastResponseClock again = clock("2026-02-25", null, null, List.of(over), SCREENING);
        assertThat(again.state()).isEqualTo(State.RUNNING);
        assertThat(again.daysUsed()).isEqualTo(15);
        assertThat(again.steps()).containsExactly(new StepDays(Step.SCREENING, 15));
    }

    @Test
    void each_step_answers_for_its_days_and_they_add_up() {
        FastResponseClock clock = on(
                "2026-03-20",
                SCREENING,
                turned("2026-02-02", Step.REVIEW),
                turned("2026-02-16", Step.FICHE),
                turned("2026-03-01", Step.ENDORSEMENT),
                turned("2026-03-05", Step.FICHE),
                turned("2026-03-08", Step.MOBILISATION));
        assertThat(clock.steps())
                .containsExactly(
                        new StepDays(Step.SCREENING, 2),
                        new StepDays(Step.REVIEW, 14),
                        new StepDays(Step.FICHE, 16),
                        new StepDays(Step.ENDORSEMENT, 4),
                        new StepDays(Step.MOBILISATION, 12));
        assertThat(clock.steps().stream().mapToInt(StepDays::days).sum()).isEqualTo(clock.daysUsed());
        assertThat(clock.step()).isEqualTo(Step.MOBILISATION);
    }

    @Test
    void the_launch_stops_it_in_time_on_the_last_day_and_not_after() {
        assertThat(clock("2027-01-01", LocalDate.parse("2026-04-30"), null, List.of(), SCREENING))
                .returns(State.STOPPED, FastResponseClock::state)
                .returns(Promise.KEPT, FastResponseClock::promise)
                .returns(89, FastResponseClock::daysUsed)
                .returns(null, FastResponseClock::step)
                .returns(List.of(), FastResponseClock::turn);
        assertThat(clock("2027-01-01", LocalDate.parse("2026-05-01"), null, List.of(), SCREENING)
                        .promise())
                .isEqualTo(Promise.MISSED);
    }

    @Test
    void of_what_is_rejected_or_withdrawn_nothing_is_promised() {
        assertThat(clock("2027-01-01", null, LocalDate.parse("2026-02-05"), List.of(), SCREENING))
                .returns(State.STOPPED, FastResponseClock::state)
                .returns(null, FastResponseClock::promise)
                .returns(5, FastResponseClock::daysUsed);
    }

    @Test
    void what_was_recorded_long_after_the_launch_uses_no_days() {
        Turned brought = turned("2026-11-22", Step.FICHE);
        FastResponseClock clock = clock("2026-11-23", LocalDate.parse("2026-04-01"), null, List.of(), brought);
        assertThat(clock.steps()).isEmpty();
        assertThat(clock.daysUsed()).isEqualTo(60);
        assertThat(clock.daysOnHold()).isZero();
    }
}
