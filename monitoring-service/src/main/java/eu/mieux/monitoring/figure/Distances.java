package eu.mieux.monitoring.figure;

/** How far it is between two airports of the facility's code list. */
@FunctionalInterface
public interface Distances {

    /**
     * Kilometres along the great circle.
     *
     * @throws UnknownAirport when the code list has no such airport
     */
    double kilometres(String fromIata, String toIata);

    /** A travel leg names an airport that the code list does not have. */
    final class UnknownAirport extends RuntimeException {
        public UnknownAirport(String iata) {
            super("There is no airport " + iata + " in the code list airports.");
        }
    }
}
