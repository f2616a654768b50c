package eu.mieux.chassis.identity;

import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows a caller may see, as a condition for a {@code where}. A policy builds it from the caller's roles and claims;
 * the same condition filters lists and answers whether one record is in sight, so the two can never differ. Turned around, it
 * says of a row who may see it.
 *
 * @param sql a condition on the row's columns, with named parameters
 * @param parameters their values
 * @param seers the other way round: an SQL expression, the values of claims ({@code regions=AF}) one of which a caller needs to
 *     see the row, or {@link #ANY} for no claim at all; it has no parameters
 */
public record Sight(String sql, Map<String, Object> parameters, String seers) {

    /** In the place of a claim's value: whatever the claims. */
    public static final String ANY = "*";

    private static final String CLAIM = "_claim";
    private static final String OR = " or ";
    private static final String ANYBODY = "array['" + ANY + "']";

    public static Sight everything() {
        return new Sight("true", Map.of(), ANYBODY);
    }

    public static Sight nothing() {
        return new Sight("false", Map.of(), "array[]::text[]");
    }

    /** Rows that meet a condition of their own, whoever asks. */
    public static Sight where(String sql) {
        return new Sight(sql, Map.of(), "case when %s then %s end".formatted(sql, ANYBODY));
    }

    /** Rows that have one of the values of a claim in a {@code text[]} column; who has none sees none. */
    public static Sight overlap(String column, String claim, Claims hers) {
        return ofClaim(column + " && cast(:%s as text[])", claim, hers, column);
    }

    /** Rows that have one of the values of a claim in a {@code text} column; who has none sees none. */
    public static Sight among(String column, String claim, Claims hers) {
        return ofClaim(column + " = any(cast(:%s as text[]))", claim, hers, "array[" + column + "]");
    }

    private static Sight ofClaim(String condition, String claim, Claims hers, String values) {
        List<String> held = hers.claims(claim);
        if (held.isEmpty()) {
            return nothing();
        }
        String parameter = claim + CLAIM;
        return new Sight(
                condition.formatted(parameter),
                Map.of(parameter, held.toArray(String[]::new)),
                "array(select '%s=' || v from unnest(%s) v where v is not null)".formatted(claim, values));
    }

    /** What any of these roles opens, beside what is open to all. */
    static Sight ofAny(Policy policy, Collection<String> roles, Claims hers) {
        return roles.stream().sorted().map(role -> policy.opens(role, hers)).reduce(policy.opensToAll(), Sight::or);
    }

    public Sight or(Sight other) {
        if (isEverything() || other.isNothing()) {
            return this;
        }
        return other.isEverything() || isNothing()
                ? other
                : join(OR, other, "(%s || %s)".formatted(seers, other.seers));
    }

    /** @param other of the row alone ({@link #where}): two claims at once cannot be turned around */
    public Sight and(Sight other) {
        if (!other.parameters.isEmpty()) {
            throw new IllegalArgumentException("Only a condition of the row alone narrows a sight: " + other.sql);
        }
        return isNothing() ? this : join(" and ", other, "case when %s then %s end".formatted(other.sql, seers));
    }

    /**
     * The same condition on other rows, through which these are found.
     *
     * @param others {@code known_action a where a.code = d.action_code}: the other rows, and how these refer to them
     */
    public Sight through(String others) {
        return isNothing()
                ? this
                : new Sight(
                        "exists (select from %s and %s)".formatted(others, sql),
                        parameters,
                        "array(select unnest(%s) from %s)".formatted(seers, others));
    }

    public <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    /** The one value of the one claim by which these rows are in sight; none where there are several, or other ways. */
    public Optional<Held> soleClaim() {
        if (sql.contains(OR) || parameters.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, Object> only = parameters.entrySet().iterator().next();
        return only.getKey().endsWith(CLAIM) && only.getValue() instanceof String[] values && values.length == 1
                ? Optional.of(new Held(only.getKey().substring(0, only.getKey().length() - CLAIM.length()), values[0]))
                : Optional.empty();
    }

    /** A value of a claim. */
    public record Held(String claim, String value) {}

    public boolean isEverything() {
        return equals(everything());
    }

    boolean isNothing() {
        return equals(nothing());
    }

    private Sight join(String word, Sight other, String bothSeers) {
        Map<String, Object> both = new HashMap<>(parameters);
        both.putAll(other.parameters);
        return new Sight("(" + sql + word + other.sql + ")", both, bothSeers);
    }
}
