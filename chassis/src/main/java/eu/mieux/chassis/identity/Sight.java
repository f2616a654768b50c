package eu.mieux.chassis.identity;

import jakarta.persistence.Query;
import java.util.Collection;
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

    /** For the values of a claim against a {@code text[]} column; who has none sees none. */
    public static Sight overlap(String column, String parameter, List<String> values) {
        return values.isEmpty()
                ? nothing()
                : where(column + " && cast(:" + parameter + " as text[])", parameter, values.toArray(String[]::new));
    }

    /** For the values of a claim against a {@code text} column; who has none sees none. */
    public static Sight among(String column, String parameter, List<String> values) {
        return values.isEmpty()
                ? nothing()
                : where(
                        column + " = any(cast(:" + parameter + " as text[]))",
                        parameter,
                        values.toArray(String[]::new));
    }

    /** What any of these roles opens, beside what is open to all. */
    static Sight ofAny(Policy policy, Collection<String> roles) {
        return roles.stream().sorted().map(policy::opens).reduce(policy.opensToAll(), Sight::or);
    }

    public Sight or(Sight other) {
        if (isEverything() || other.isNothing()) {
            return this;
        }
        return other.isEverything() || isNothing() ? other : join(" or ", other);
    }

    public Sight and(Sight other) {
        return isNothing() ? this : join(" and ", other);
    }

    /**
     * The same condition on other rows, through which these are found.
     *
     * @param condition with {@code %s} for this one
     */
    public Sight within(String condition) {
        return isNothing() ? this : new Sight(condition.formatted(sql), parameters);
    }

    public <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    public boolean isEverything() {
        return equals(everything());
    }

    private boolean isNothing() {
        return equals(nothing());
    }

    private Sight join(String word, Sight other) {
        Map<String, Object> both = new HashMap<>(parameters);
        both.putAll(other.parameters);
        return new Sight("(" + sql + word + other.sql + ")", both);
    }
}
