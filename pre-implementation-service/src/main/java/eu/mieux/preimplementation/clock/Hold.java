package eu.mieux.preimplementation.clock;

import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import eu.mieux.preimplementation.review.Pause;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A time for which a request was on hold, and its clock stood still: from a day until the day on which it went on. */
@Embeddable
public class Hold {

    @Column(name = "held_on")
    private LocalDate since;

    @Column(name = "resumed_on")
    private @Nullable LocalDate until;

    @Column(name = "waiting_for")
    @Enumerated(EnumType.STRING)
    private Turn waitingFor;

    @Column
    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    Hold() {}

    private Hold(LocalDate since, @Nullable LocalDate until, Turn waitingFor, @Nullable String reason) {
        this.since = since;
        this.until = until;
        this.waitingFor = waitingFor;
        this.reason = reason;
    }

    /** One that goes on. */
    public static Hold since(LocalDate day, Turn waitingFor, @Nullable String reason) {
        return new Hold(day, null, waitingFor, reason);
    }

    public Hold endedOn(LocalDate day) {
        return new Hold(since, day, waitingFor, reason);
    }

    /** The same with other days, as they should have been written down. */
    public Hold corrected(LocalDate from, @Nullable LocalDate to) {
        return new Hold(from, to, waitingFor, reason);
    }

    public LocalDate since() {
        return since;
    }

    /** Null as long as it lasts. */
    public @Nullable LocalDate until() {
        return until;
    }

    public Turn waitingFor() {
        return waitingFor;
    }

    public @Nullable String reason() {
        return reason;
    }

    /** What it was for those who are asked for their opinions; none as long as it lasts. */
    public Optional<Pause> pause() {
        return Optional.ofNullable(until).map(end -> new Pause(since, end));
    }

    /** Whether the clock stood still from this day to the next. */
    boolean covers(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }

    /** How many days it took, those before this one aside; 0 as long as it lasts. */
    int days(LocalDate first) {
        LocalDate from = since.isBefore(first) ? first : since;
        return until == null ? 0 : Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(from, until)));
    }
}
