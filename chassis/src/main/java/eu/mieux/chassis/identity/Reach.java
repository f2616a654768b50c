package eu.mieux.chassis.identity;

/**
 * How far a caller's roles go by a {@link Policy}.
 *
 * @param acting the rows on which the operation that is asked for is hers: opened by roles that the operation admits
 * @param seeing the rows that any role of hers opens
 */
public record Reach(Sight acting, Sight seeing) {

    /** Rows that are opened by nothing but what the operation itself says. */
    public static Reach of(Sight sight) {
        return new Reach(sight, sight);
    }
}
