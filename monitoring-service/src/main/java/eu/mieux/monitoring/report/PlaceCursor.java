package eu.mieux.monitoring.report;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.monitoring.figure.FigureRecords.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a page of records ended, as a cursor. */
final class PlaceCursor {

    private static final int FURTHEST_YEAR = 9999;

    private PlaceCursor() {}

    static Cursor of(Place place) {
        return Cursor.at(place.on(), place.key(), place.number());
    }

    static @Nullable Place read(@Nullable String text) {
        Cursor cursor = Cursor.of(text);
        if (cursor.isStart()) {
            return null;
        }
        try {
            LocalDate on = LocalDate.parse(cursor.text(0));
            if (!on.equals(LocalDate.MIN) && Math.abs(on.getYear()) > FURTHEST_YEAR) {
                throw new ReportRefusals.NotACursorOfRecords();
            }
            return new Place(on, cursor.text(1), Math.toIntExact(cursor.number(2)));
        } catch (DateTimeException | ArithmeticException e) {
            throw new ReportRefusals.NotACursorOfRecords();
        }
    }
}
