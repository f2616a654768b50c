package eu.mieux.chassis.identity;

import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows a caller may see, as a condition for a {@code where}. A policy builds it from the caller's roles and claims;
 * the same condition filters lists and answers whether one record is in sight, so the two can never differ.
 *
 * @param sql a condition on the row's columns, with named parameters
 * @param parameters their values
 */
public record Sight(String sql, Map<String, Object> parameters) {

    public static Sight everything() {
        return new Sight("true", Map.of());
    }

    public static Sight nothing() {
        return new Sight("false", Map.of());
    }

    public static Sight where(String sql) {
        return new Sight(sql, Map.of());
    }

    public static Sight where(String sql, String parameter, Object value) {
        return new Sight(sql, Map.of(parameter, value));
    }

    /** For a claim with several values against a {@code text[]} column. */
    public static Sight overlap(String column, String parameter, List<String> values) {
        return where(column + " && cast(:" + parameter + " as text[])", parameter, values.toArray(String[]::new));
    }

    public Sight or(Sight other) {
        return join(" or ", other);
    }

    public Sight and(Sight other) {
        return join(" and ", other);
    }

    public <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private Sight join(String word, Sight other) {
        Map<String, Object> both = new HashMap<>(parameters);
        both.putAll(other.parameters);
        return new Sight("(" + sql + word + other.sql + ")", both);
    }
}
