package eu.mieux.preimplementation.clock;

import eu.mieux.preimplementation.clock.FastResponseClock.Step;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a request since it was submitted, as far as its clock goes by it.
 *
 * @param turned when it came to which step, in their order; days before the submission count as the submission
 * @param launchedOn null as long as it is not
 * @param endedOn when it was rejected or withdrawn, or its Action cancelled without a launch; null when it was not
 * @param turns whose turn it was, when it was not on hold
 */
public record Course(
        LocalDate startedOn,
        List<Turned> turned,
        Collection<Hold> holds,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate endedOn,
        Turns turns) {

    /** From that day on it was at this step. */
    public record Turned(LocalDate on, Step step) {}

    /** Says whose turn it was at the end of a day. */
    @FunctionalInterface
    public interface Turns {
        List<Turn> on(LocalDate day, @Nullable Step step);
    }

    /** Each day from the submission to the last that is over: until today, or until it stopped. */
    public List<ClockDay> days(LocalDate today) {
        List<ClockDay> days = new ArrayList<>();
        LocalDate until = until(today);
        for (LocalDate day = startedOn; day.isBefore(until); day = day.plusDays(1)) {
            days.add(at(day));
        }
        return days;
    }

    private ClockDay at(LocalDate day) {
        return new ClockDay(day, step(day).orElse(null), hold(day).isEmpty(), turn(day));
    }

    /** The one that the request was in at the end of that day. */
    Optional<Hold> hold(LocalDate day) {
        return holds.stream().filter(each -> each.covers(day)).findFirst();
    }

    /** The one that it was at at the end of that day. */
    Optional<Step> step(LocalDate day) {
        return turned.stream()
                .takeWhile(turn -> !turn.on().isAfter(day))
                .reduce((before, after) -> after)
                .map(Turned::step);
    }

    List<Turn> turn(LocalDate day) {
        return hold(day)
                .map(each -> List.of(each.waitingFor()))
                .orElseGet(() -> turns.on(day, step(day).orElse(null)));
    }

    @Nullable
    LocalDate stoppedOn() {
        return launchedOn == null ? endedOn : launchedOn;
    }

    LocalDate until(LocalDate today) {
        LocalDate stopped = stoppedOn();
        return stopped == null ? today : stopped;
    }
}
