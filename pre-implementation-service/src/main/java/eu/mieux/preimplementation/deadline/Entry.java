package eu.mieux.preimplementation.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in a calendar. It tells no names of persons, for calendars are read by programs of others.
 *
 * @param uid stays with the thing whatever becomes of it; unique among all entries of this service
 * @param sequence rises with every change
 * @param changedAt the last change of the record that it is of
 * @param summary one line
 * @param description more, line by line
 */
public record Entry(
        String uid,
        long sequence,
        Instant changedAt,
        When when,
        Standing standing,
        String summary,
        String description,
        @Nullable String place) {

    /** How sure it is. */
    public enum Standing {
        TENTATIVE,
        CONFIRMED,
        CANCELLED
    }

    /** Whole days, or a time of one. */
    public sealed interface When {

        /** The day on which it begins, for the order of entries. */
        LocalDate day();
    }

    /** From the first to the last of these days, whatever the time zone of whoever looks at them. */
    public record Days(LocalDate first, LocalDate last) implements When {

        public static Days on(LocalDate day) {
            return new Days(day, day);
        }

        @Override
        public LocalDate day() {
            return first;
        }
    }

    /** @param day on which it begins, where the facility is */
    public record Times(LocalDate day, Instant from, Instant until) implements When {}
}
