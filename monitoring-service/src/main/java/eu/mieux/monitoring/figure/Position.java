package eu.mieux.monitoring.figure;

/** A place on the globe, in decimal degrees. */
public record Position(double latitude, double longitude) {

    /** Mean radius of the Earth in kilometres (IUGG R1). */
    private static final double EARTH_RADIUS = 6371.0088;

    /** Great-circle distance in kilometres, by the haversine formula. */
    public double kilometresTo(Position other) {
        double north = Math.toRadians(other.latitude - latitude) / 2;
        double east = Math.toRadians(other.longitude - longitude) / 2;
        double haversine = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, haversine)));
    }
}
