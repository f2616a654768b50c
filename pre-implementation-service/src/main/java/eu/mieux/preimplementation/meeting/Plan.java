package eu.mieux.preimplementation.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When and where a meeting is.
 *
 * @param from time of that day at the facility
 * @param until later on that day
 * @param place a room; null where they meet by the link alone
 */
record Plan(
        String title,
        LocalDate day,
        LocalTime from,
        LocalTime until,
        @Nullable String place,
        @Nullable String link) {

    Instant startsAt(ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    Instant endsAt(ZoneId zone) {
        return day.atTime(until).atZone(zone).toInstant();
    }
}
