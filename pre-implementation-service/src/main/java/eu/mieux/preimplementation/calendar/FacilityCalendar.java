package eu.mieux.preimplementation.calendar;

import eu.mieux.chassis.codelist.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which day it is at the facility, and which days can be meant in earnest. */
@ApplicationScoped
public class FacilityCalendar {

    /** What to tell someone whose date is out of bounds. */
    public static final String OUT_OF_BOUNDS = "A day from 1900-01-01 to 2200-12-31.";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final Clock clock;
    private final CodeLists codes;

    FacilityCalendar(Clock clock, CodeLists codes) {
        this.clock = clock;
        this.codes = codes;
    }

    /** Today, where the facility is. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** Which day it was there. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, codes.facility().zone());
    }

    /** Whether the day is one that records can have; no day at all is. */
    public static boolean holds(@Nullable LocalDate day) {
        return day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }
}
