package eu.mieux.chassis.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a caller may see, narrowed by what she asked for. Conditions are written by us; what comes from the caller is
 * always bound.
 *
 * <pre>{@code
 * Selection.of(Request.class, "select * from request r", policy.sight())
 *         .narrow("r.status = :status", "status", filter.status())
 *         .list(getSession(), "r.id desc", limit);
 * }</pre>
 */
public final class Selection<T> {

    private final Class<T> type;
    private final StringBuilder sql;
    private final Map<String, Object> given;

    private Selection(Class<T> type, String select, Sight sight) {
        this.type = type;
        this.sql = new StringBuilder(select).append(" where ").append(sight.sql());
        this.given = new HashMap<>(sight.parameters());
    }

    /** @param select up to the {@code where}, as {@code select * from request r} */
    public static <T> Selection<T> of(Class<T> type, String select, Sight sight) {
        return new Selection<>(type, select, sight);
    }

    /** With this condition, if a value for its parameter is given. Of an enum, the column holds the name. */
    public Selection<T> narrow(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : with(condition, Map.of(parameter, value instanceof Enum<?> e ? e.name() : value));
    }

    /** With this condition. */
    public Selection<T> with(String condition, Map<String, Object> parameters) {
        sql.append(" and ").append(condition);
        given.putAll(parameters);
        return this;
    }

    /** The one row whose id this is. */
    public Selection<T> identified(String idColumn, String id) {
        UUID uuid = idOf(id);
        return uuid == null ? with("false", Map.of()) : with(idColumn + " = :id", Map.of("id", uuid));
    }

    /** The one row whose id or whose natural key this is. */
    public Selection<T> named(String idColumn, String keyColumn, String idOrKey) {
        UUID id = idOf(idOrKey);
        return id == null
                ? narrow(keyColumn + " = :name", "name", idOrKey)
                : with("(%s = :id or %s = :name)".formatted(idColumn, keyColumn), Map.of("id", id, "name", idOrKey));
    }

    /** The first rows in this order. */
    public List<T> list(Session session, String order, int limit) {
        sql.append(" order by ").append(order).append(" limit :limit");
        given.put("limit", limit);
        return query(session).getResultList();
    }

    public Optional<T> first(Session session) {
        return query(session).getResultList().stream().findFirst();
    }

    /** As {@link #first}, locked until the end of the transaction. */
    public Optional<T> firstForUpdate(Session session, String alias) {
        sql.append(" for update of ").append(alias);
        return first(session);
    }

    private NativeQuery<T> query(Session session) {
        NativeQuery<T> query = session.createNativeQuery(sql.toString(), type);
        given.forEach(query::setParameter);
        return query;
    }

    private static @Nullable UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
