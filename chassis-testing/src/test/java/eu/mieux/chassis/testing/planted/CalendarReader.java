package eu.mieux.chassis.testing.planted;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Violates: nobody reads the clock behind one's back. */
class CalendarReader {

    LocalDate now() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
