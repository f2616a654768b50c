package eu.mieux.preimplementation.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A time that is over in which a request was on hold, and nobody's time ran: whoever had days left has them again afterwards
 * (docs/decisions/0019).
 */
public record Pause(LocalDate since, LocalDate until) {

    /** What a deadline becomes that was set on that day. */
    LocalDate later(LocalDate deadline, LocalDate setOn) {
        return deadline.isBefore(since) ? deadline : deadline.plusDays(days(setOn));
    }

    /** What it was before this pause. */
    LocalDate before(LocalDate deadline, LocalDate setOn) {
        LocalDate earlier = deadline.minusDays(days(setOn));
        return earlier.isBefore(since) ? deadline : earlier;
    }

    private long days(LocalDate setOn) {
        return Math.max(0, ChronoUnit.DAYS.between(since.isBefore(setOn) ? setOn : since, until));
    }
}
