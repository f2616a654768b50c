package eu.mieux.chassis.codelist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something holds, both ends included.
 *
 * @param from the first day, or null for ever since
 * @param to the last day, or null for until further notice
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("ends on %s, before it begins on %s".formatted(to, from));
        }
    }

    public boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    public boolean overlaps(Validity other) {
        return startsBy(other.to) && other.startsBy(to);
    }

    private boolean startsBy(@Nullable LocalDate end) {
        return from == null || end == null || !from.isAfter(end);
    }

    @Override
    public String toString() {
        return "%s to %s".formatted(from == null ? "the beginning" : from, to == null ? "further notice" : to);
    }
}
