package eu.mieux.preimplementation.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far a request is from the promise that its Action is ready to launch within three calendar months of its submission. The clock
 * stands still while the request is on hold (design, The domain, Pre-implementation).
 *
 * @param stoppedOn when the Action was launched, or cancelled before it was, or the request rejected or withdrawn; null where
 *     that day is not known
 * @param dueOn by when to launch; each day on hold moves it on by one
 * @param daysUsed from submission until today, or until it stopped; those on hold do not count; 0 where it is not known when it stopped
 * @param daysLeft until it is due; negative when that is past
 * @param steps what each step used of them, unless nothing; of a request from a portfolio, since it was brought in
 * @param turn who has to act next; nobody once it has stopped
 */
public record FastResponseClock(
        State state,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate stoppedOn,
        @Nullable LocalDate dueOn,
        int daysUsed,
        int daysOnHold,

        @Schema(description = "Until it is due; negative when that is past", minimum = "-2147483648") @Nullable
        Integer daysLeft,

        @Nullable Promise promise,
        @Nullable Step step,
        List<StepDays> steps,
        List<Turn> turn) {

    private static final int MONTHS = 3;
    private static final int RISKY_DAYS = 30;

    /** Whether it runs. */
    @Schema(name = "ClockState")
    public enum State {
        NOT_STARTED,
        RUNNING,
        STANDING_STILL,
        STOPPED
    }

    /** What has become of the three months, or will. */
    @Schema(name = "ClockPromise")
    public enum Promise {
        KEPT,
        AT_RISK,
        MISSED
    }

    /** The way from submission to launch, in its order. */
    @Schema(name = "ClockStep")
    public enum Step {
        SCREENING,
        REVIEW,
        FICHE,
        ENDORSEMENT,
        MOBILISATION
    }

    /** Those who can be waited for. */
    @Schema(name = "ClockTurn")
    public enum Turn {
        PARTNER,
        OFFICER,
        STEERING_GROUP,
        EU_DELEGATION,
        MANAGER
    }

    /** What a step used. */
    @Schema(name = "ClockStepDays")
    public record StepDays(Step step, int days) {}

    /** Of a draft, and of what was withdrawn as one. */
    public static FastResponseClock notStarted(List<Turn> turn) {
        return new FastResponseClock(State.NOT_STARTED, null, null, null, 0, 0, null, null, null, List.of(), turn);
    }

    /** Of what was rejected or withdrawn, or whose Action was launched or cancelled, when is not known: a portfolio need not say. */
    public static FastResponseClock endedOnSomeDay(LocalDate startedOn) {
        LocalDate dueOn = dueOn(startedOn, 0);
        return new FastResponseClock(
                State.STOPPED, startedOn, null, dueOn, 0, 0, null, null, null, List.of(), List.of());
    }

    public static FastResponseClock of(Course course, LocalDate today) {
        LocalDate startedOn = course.startedOn();
        LocalDate stoppedOn = course.stoppedOn();
        LocalDate until = course.until(today);
        Map<Step, Integer> used = new EnumMap<>(Step.class);
        int counted = 0;
        int onHold = 0;
        for (LocalDate day = startedOn; day.isBefore(until); day = day.plusDays(1)) {
            if (course.hold(day).isPresent()) {
                onHold++;
            } else {
                counted++;
                course.step(day).ifPresent(step -> used.merge(step, 1, Integer::sum));
            }
        }
        LocalDate dueOn = dueOn(startedOn, onHold);
        int left = Math.toIntExact(ChronoUnit.DAYS.between(until, dueOn));
        boolean running = stoppedOn == null;
        return new FastResponseClock(
                running ? course.hold(until).isPresent() ? State.STANDING_STILL : State.RUNNING : State.STOPPED,
                startedOn,
                stoppedOn,
                dueOn,
                counted,
                onHold,
                left,
                running || course.launchedOn() != null ? promise(left, !running) : null,
                running ? course.step(until).orElse(null) : null,
                used.entrySet().stream()
                        .map(step -> new StepDays(step.getKey(), step.getValue()))
                        .toList(),
                running ? course.turn(until) : List.of());
    }

    /** The same day three calendar months later, or the last of that month; and a day later for each on hold. */
    public static LocalDate dueOn(LocalDate startedOn, int daysOnHold) {
        return startedOn.plusMonths(MONTHS).plusDays(daysOnHold);
    }

    /** @param left days until it is due, at the launch or by now */
    public static Promise promise(int left, boolean launched) {
        if (left < 0) {
            return Promise.MISSED;
        }
        return launched || left >= RISKY_DAYS ? Promise.KEPT : Promise.AT_RISK;
    }
}
