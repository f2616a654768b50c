package eu.mieux.monitoring.report;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.monitoring.figure.Figure;
import java.time.Instant;

/** What a report says no to, each by its name. */
final class ReportRefusals {

    private ReportRefusals() {}

    static final class ReportAlreadyPublished extends Refusal {
        ReportAlreadyPublished(int year) {
            super(
                    Kind.ILLEGAL_STEP,
                    "The report of %d is published already and never changes; corrections show beside it as restated."
                            .formatted(year));
        }
    }

    static final class YearNotBegun extends Refusal {
        YearNotBegun(int year) {
            super(Kind.ILLEGAL_STEP, "%d has not begun; there is nothing to publish yet.".formatted(year));
        }
    }

    static final class NothingKnownOfYear extends Refusal {
        NothingKnownOfYear(int year) {
            super(
                    Kind.ILLEGAL_STEP,
                    "Nothing is known of %d or of any year before it; there is nothing to publish.".formatted(year));
        }
    }

    static final class EventsStillArriving extends Refusal {
        EventsStillArriving(int year) {
            super(
                    Kind.ILLEGAL_STEP,
                    "What was recorded elsewhere is still on its way here; publish the report of %d again in a moment."
                            .formatted(year));
        }
    }

    static final class RecordsOutOfReach extends Refusal {
        RecordsOutOfReach(Figure figure) {
            super(
                    Kind.FORBIDDEN,
                    "Until the report is published, the records behind %s are for those who read all %s."
                            .formatted(figure.id(), figure.kindOfRecords()));
        }
    }

    static final class NotATime extends Refusal {
        NotATime(String asOf) {
            super(Kind.MALFORMED, "asOf is \"%s\"; write a time in UTC, such as 2018-03-01T00:00:00Z.".formatted(asOf));
        }
    }

    static final class TimeToCome extends Refusal {
        TimeToCome(Instant asOf) {
            super(Kind.RULE_BROKEN, "asOf is %s, which is still to come.".formatted(asOf));
        }
    }

    static final class NotACursorOfRecords extends Refusal {
        NotACursorOfRecords() {
            super(Kind.MALFORMED, "The cursor is not one that this list gave out; start without one.");
        }
    }
}
