package eu.mieux.preimplementation.deadline;

import java.time.LocalDate;

/** Which days a calendar shows: a year back and two ahead. */
public record Window(LocalDate from, LocalDate today, LocalDate until) {

    /** Of entries in a calendar, whatever their kinds; programs read all of them again and again. */
    public static final int MOST = 1000;

    public static Window around(LocalDate today) {
        return new Window(today.minusYears(1), today, today.plusYears(2));
    }
}
