package eu.mieux.preimplementation.request;

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
 * @param stoppedOn when the Action was launched, or the request rejected or withdrawn; null where that day is not known
 * @param dueOn by when to launch; each day on hold moves it on by one
 * @param daysUsed from submission until today, or until it stopped; those on hold do not count; 0 where it is not known when it stopped
 * @param daysLeft until it is due; negative when that is past
 * @param steps what each step used of them, unless nothing; of a request from a portfolio, since it was brought in
 * @param turn who has to act next; nobody once it has stopped
 */
record FastResponseClock(
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
    enum State {
        NOT_STARTED,
        RUNNING,
        STANDING_STILL,
        STOPPED
    }

    /** What has become of the three months, or will. */
    @Schema(name = "ClockPromise")
    enum Promise {
        KEPT,
        AT_RISK,
        MISSED
    }

    /** The way from submission to launch, in its order. */
    @Schema(name = "ClockStep")
    enum Step {
        SCREENING,
        REVIEW,
        FICHE,
        ENDORSEMENT,
        MOBILISATION
    }

    /** Those who can be waited for. */
    @Schema(name = "ClockTurn")
    enum Turn {
        PARTNER,
        OFFICER,
        STEERING_GROUP,
        EU_DELEGATION,
        MANAGER
    }

    /** What a step used. */
    @Schema(name = "ClockStepDays")
    record StepDays(Step step, int days) {}

    /** What happened on the way: from that day on it is at this step, or on hold in it; a null step is the one before. */
    record Turned(LocalDate on, @Nullable Step step, boolean held) {}

    /** Of a draft, and of what was withdrawn as one. */
    static FastResponseClock notStarted(List<Turn> turn) {
        return new FastResponseClock(State.NOT_STARTED, null, null, null, 0, 0, null, null, null, List.of(), turn);
    }

    /** Of what was rejected or withdrawn, when is not known: a portfolio need not say. */
    static FastResponseClock endedOnSomeDay(LocalDate startedOn) {
        LocalDate dueOn = startedOn.plusMonths(MONTHS);
        return new FastResponseClock(
                State.STOPPED, startedOn, null, dueOn, 0, 0, null, null, null, List.of(), List.of());
    }

    /**
     * @param way what happened since, in its order
     * @param launchedOn null as long as it is not
     * @param endedOn when the request was rejected or withdrawn; null when it was not
     */
    static FastResponseClock of(
            LocalDate startedOn,
            List<Turned> way,
            @Nullable LocalDate launchedOn,
            @Nullable LocalDate endedOn,
            LocalDate today,
            List<Turn> turn) {
        LocalDate stoppedOn = launchedOn == null ? endedOn : launchedOn;
        LocalDate until = stoppedOn == null ? today : stoppedOn;
        Map<Step, Integer> used = new EnumMap<>(Step.class);
        Step step = null;
        boolean held = false;
        int onHold = 0;
        LocalDate since = startedOn;
        for (Turned turned : way) {
            LocalDate on = bounded(turned.on(), since, until);
            onHold += spent(used, step, held, since, on);
            since = on;
            step = turned.step() == null ? step : turned.step();
            held = turned.held();
        }
        onHold += spent(used, step, held, since, bounded(until, since, until));
        LocalDate dueOn = startedOn.plusMonths(MONTHS).plusDays(onHold);
        int left = days(until, dueOn);
        boolean ended = launchedOn == null && endedOn != null;
        State state = stoppedOn != null ? State.STOPPED : held ? State.STANDING_STILL : State.RUNNING;
        return new FastResponseClock(
                state,
                startedOn,
                stoppedOn,
                dueOn,
                Math.max(0, days(startedOn, until) - onHold),
                onHold,
                left,
                ended ? null : promise(left, launchedOn != null),
                stoppedOn == null ? step : null,
                used.entrySet().stream()
                        .map(one -> new StepDays(one.getKey(), one.getValue()))
                        .toList(),
                stoppedOn == null ? turn : List.of());
    }

    private static Promise promise(int left, boolean launched) {
        if (left < 0) {
            return Promise.MISSED;
        }
        return launched || left >= RISKY_DAYS ? Promise.KEPT : Promise.AT_RISK;
    }

    /** Counts the days for their step; returns those that were spent on hold. */
    private static int spent(Map<Step, Integer> used, @Nullable Step step, boolean held, LocalDate from, LocalDate to) {
        int days = days(from, to);
        if (held) {
            return days;
        }
        if (step != null && days > 0) {
            used.merge(step, days, Integer::sum);
        }
        return 0;
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
    }

    /** What is recorded after the launch, or after an import of what is long past, uses no days. */
    private static LocalDate bounded(LocalDate day, LocalDate first, LocalDate last) {
        LocalDate notAfter = day.isAfter(last) ? last : day;
        return notAfter.isBefore(first) ? first : notAfter;
    }
}
