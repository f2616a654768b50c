package eu.mieux.monitoring.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How far it is between two airports of the facility's code list. */
@FunctionalInterface
public interface Distances {

    /**
     * Kilometres along the great circle.
     *
     * @throws UnknownAirport when the code list has no such airport
     */
    double kilometres(String fromIata, String toIata);

    /**
     * A distance as it is told: three decimals of a kilometre or a mile. That is finer than the four decimals of a degree that
     * airports are known to, and no more digits than a client's floating point holds.
     */
    static BigDecimal toTheMetre(BigDecimal exact) {
        return Fraction.plain(exact.setScale(3, RoundingMode.HALF_UP));
    }

    /** A travel leg names an airport that the code list does not have. */
    final class UnknownAirport extends RuntimeException {
        public UnknownAirport(String iata) {
            super("There is no airport " + iata + " in the code list airports.");
        }
    }
}
