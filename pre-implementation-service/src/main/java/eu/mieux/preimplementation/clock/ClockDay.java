package eu.mieux.preimplementation.clock;

import eu.mieux.preimplementation.clock.FastResponseClock.Step;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One day of a fast-response clock: from this day to the next.
 *
 * @param step which step it was at when the day ended; null for days before a portfolio told of it
 * @param counted whether the day was used; false while the request was on hold
 * @param turn whose turn it was when the day ended
 */
@Schema(name = "ClockDay")
public record ClockDay(LocalDate day, @Nullable Step step, boolean counted, List<Turn> turn) {}
