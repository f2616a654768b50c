package eu.mieux.preimplementation.clock;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The times for which one request was on hold, one after the other. A part of the request, which keeps the map; what is changed here
 * is changed there.
 *
 * @param request how people call the request
 * @param submittedOn null before it is
 * @param holds by number, from 1
 */
public record Holds(String request, @Nullable LocalDate submittedOn, Map<Integer, Hold> holds) {

    /**
     * What others may know of one.
     *
     * @param until null as long as it lasts
     */
    public record State(LocalDate since, @Nullable LocalDate until) {}

    public void begin(Hold hold) {
        int number = holds.size() + 1;
        requireInOrder(number, hold.since(), null, "/since");
        holds.put(number, hold);
    }

    /** @return the one that is over */
    public Hold end(LocalDate on) {
        int number = holds.size();
        Hold last = holds.get(number);
        if (last == null) {
            throw new IllegalStateException("Request %s is on hold since nobody knows when".formatted(request));
        }
        requireInOrder(number, last.since(), on, "/on");
        Hold over = last.endedOn(on);
        holds.put(number, over);
        return over;
    }

    /** Ends the one that lasts, if there is one, which is over then; one that would begin later comes to nothing on that day. */
    public Optional<Hold> close(LocalDate on) {
        Optional<Hold> over =
                lasting().map(last -> on.isBefore(last.since()) ? last.corrected(on, on) : last.endedOn(on));
        over.ifPresent(hold -> holds.put(holds.size(), hold));
        return over;
    }

    /** A portfolio says whether it is on hold, not since when: since it said so. */
    public void record(LocalDate on) {
        if (lasting().isEmpty()) {
            holds.put(holds.size() + 1, Hold.since(on, Turn.OFFICER, null));
        }
    }

    /** The first one that began before that day, on which the request is to have been submitted. */
    public Optional<Hold> begunBefore(LocalDate day) {
        return inOrder().filter(hold -> hold.since().isBefore(day)).findFirst();
    }

    /** The first one that was over after that day only, on which the request is to have been decided. */
    public Optional<Hold> overAfter(LocalDate day) {
        return inOrder()
                .filter(hold -> hold.until() != null && hold.until().isAfter(day))
                .findFirst();
    }

    private Stream<Hold> inOrder() {
        return new TreeMap<>(holds).values().stream();
    }

    /**
     * @param decidedOn when it was decided or withdrawn, after which nothing is on hold; null before
     * @throws NotFound when there is none with this number
     */
    public void correct(int number, LocalDate since, @Nullable LocalDate until, @Nullable LocalDate decidedOn) {
        Hold hold = holds.get(number);
        if (hold == null) {
            throw new NotFound("hold of request " + request, Integer.toString(number));
        }
        new InvalidFields.Check()
                .that(
                        (hold.until() == null) == (until == null),
                        "/until",
                        hold.until() == null
                                ? "It is on hold still: leave until out, and resume it when it goes on."
                                : "It has gone on: say when.")
                .that(
                        until == null || decidedOn == null || !until.isAfter(decidedOn),
                        "/until",
                        "Not after %s, when it was decided; nothing is on hold after that.".formatted(decidedOn))
                .orRefuse();
        requireInOrder(number, since, until, "/since");
        holds.put(number, hold.corrected(since, until));
    }

    private void requireInOrder(int number, LocalDate since, @Nullable LocalDate until, String pointer) {
        LocalDate first =
                Optional.ofNullable(holds.get(number - 1)).map(Hold::until).orElse(submittedOn);
        LocalDate next =
                Optional.ofNullable(holds.get(number + 1)).map(Hold::since).orElse(null);
        new InvalidFields.Check()
                .that(
                        first == null || !since.isBefore(first),
                        pointer,
                        "Not before %s, when it was submitted or last resumed.".formatted(first))
                .that(
                        until == null || !until.isBefore(since),
                        pointer.equals("/since") ? "/until" : pointer,
                        "It has been on hold since %s; it cannot go on before that.".formatted(since))
                .that(
                        until == null || next == null || !until.isAfter(next),
                        "/until",
                        "Not after %s, when it was put on hold again.".formatted(next))
                .orRefuse();
    }

    private Optional<Hold> lasting() {
        return Optional.ofNullable(holds.get(holds.size())).filter(hold -> hold.until() == null);
    }

    /** By when to launch, as of the holds that are over; null before the submission. */
    public @Nullable LocalDate dueOn() {
        LocalDate started = submittedOn;
        return started == null
                ? null
                : FastResponseClock.dueOn(
                        started,
                        holds.values().stream()
                                .mapToInt(hold -> hold.days(started))
                                .sum());
    }

    public List<State> state() {
        return inOrder().map(hold -> new State(hold.since(), hold.until())).toList();
    }
}
