package eu.mieux.chassis.identity;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.key.Ids;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.problem.Refusal;
import eu.mieux.chassis.sql.EntityRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a caller may see, narrowed by what she asked for. Conditions are written by us; what comes from the caller is
 * always bound.
 *
 * <pre>{@code
 * Selection.of(Request.class, "select * from request r", caller.reach(policy))
 *         .narrow("r.status = :status", "status", filter.status())
 *         .list(getSession(), order, limit);
 * }</pre>
 */
public final class Selection<T> {

    private static final String LIMIT = "limit";

    private final Class<T> type;
    private final String select;
    private final Reach reach;
    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> given = new HashMap<>();
    private final List<Walk> walks = new ArrayList<>();

    private Selection(Class<T> type, String select, Reach reach) {
        this.type = type;
        this.select = select;
        this.reach = reach;
    }

    /** @param select up to the {@code where}, as {@code select * from request r} */
    public static <T> Selection<T> of(Class<T> type, String select, Reach reach) {
        return new Selection<>(type, select, reach);
    }

    /** With this condition, if a value for its parameter is given. Of an enum, the column holds the name. */
    public Selection<T> narrow(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : with(condition, Map.of(parameter, value instanceof Enum<?> e ? e.name() : value));
    }

    /** With this condition. */
    public Selection<T> with(String condition, Map<String, Object> parameters) {
        conditions.append(" and ").append(condition);
        given.putAll(parameters);
        return this;
    }

    /** The rows of a page are looked for on these ways, one after the other until they are enough. */
    public Selection<T> along(List<Walk> ways) {
        walks.addAll(ways);
        return this;
    }

    /** The one row whose id this is. */
    public Selection<T> identified(String idColumn, String id) {
        return Ids.read(id)
                .map(uuid -> with(idColumn + " = :id", Map.of("id", uuid)))
                .orElseGet(() -> with("false", Map.of()));
    }

    /** The one row whose id or whose natural key this is. */
    public Selection<T> named(String idColumn, String keyColumn, String idOrKey) {
        return Ids.read(idOrKey)
                .map(id -> with(
                        "(%s = :id or %s = :name)".formatted(idColumn, keyColumn), Map.of("id", id, "name", idOrKey)))
                .orElseGet(() -> narrow(keyColumn + " = :name", "name", idOrKey));
    }

    /** The first rows in this order, to be read only. */
    public List<T> list(Session session, Order<?> order, int limit) {
        return inParts(order, limit, (part, most) -> {
            NativeQuery<T> query = query(session, reach.acting(), end(part.condition(), part.order()));
            part.parameters().forEach(query::setParameter);
            return query.setParameter(LIMIT, most).setReadOnly(true).getResultList();
        });
    }

    /**
     * As {@link #list}, but each row is read as it comes, outside of any transaction: no entity is made that would be watched
     * for changes. For the lines of lists, which are asked for most often of all.
     */
    public <R> List<R> rows(DataSource database, RowReader<R> reader, Order<?> order, int limit) {
        return inParts(order, limit, (part, most) -> {
            Map<String, Object> more = new HashMap<>(part.parameters());
            more.put(LIMIT, most);
            return walks.isEmpty()
                    ? rows(database, reader, sql(reach.acting()) + end(part.condition(), part.order()), more)
                    : walk(database, reader, part, most, more);
        });
    }

    private <R> List<R> walk(
            DataSource database, RowReader<R> reader, Order.Part part, int most, Map<String, Object> parameters) {
        String narrowed = conditions(reach.acting());
        for (Walk walk : walks) {
            Map<String, Object> more = new HashMap<>(walk.parameters());
            more.putAll(parameters);
            List<R> found = rows(database, reader, walk.sql(select, narrowed, part), more);
            if (walk.isWhole() || found.size() == most) {
                return found;
            }
        }
        return rows(database, reader, Walk.all(select, narrowed, part), parameters);
    }

    /** The rows in an order that is the only one of their list. */
    public <R> List<R> rows(DataSource database, RowReader<R> reader, String order, int limit) {
        return rows(database, reader, sql(reach.acting()) + end("true", order), Map.of(LIMIT, limit));
    }

    /** The second part is asked for only if the first does not fill the page. */
    private static <R> List<R> inParts(Order<?> order, int limit, BiFunction<Order.Part, Integer, List<R>> read) {
        List<R> rows = new ArrayList<>();
        for (Order.Part part : order.parts()) {
            if (rows.size() < limit) {
                rows.addAll(read.apply(part, limit - rows.size()));
            }
        }
        return rows;
    }

    private static String end(String condition, String order) {
        return " and %s order by %s limit :%s".formatted(condition, order, LIMIT);
    }

    private <R> List<R> rows(DataSource database, RowReader<R> reader, String sql, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(reach.acting().parameters());
        all.putAll(given);
        all.putAll(more);
        return new NamedQuery(sql, all).rows(database, reader);
    }

    /** Makes something of the row that a result set stands on. */
    @FunctionalInterface
    public interface RowReader<R> {
        R read(ResultSet row) throws SQLException;
    }

    /** The strings of a {@code text[]} column. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /**
     * The row that was identified or named.
     *
     * @param what the record's noun, for the refusal
     * @param key what it was asked for by
     * @throws NotFound when there is none in sight
     * @throws OutOfReach when it is in sight, but not hers for this
     */
    public T get(Session session, String what, Object key) {
        return get(session, "", what, key);
    }

    /** As {@link #get}, locked until the end of the transaction; rows that refer to it may still be added. */
    public T getForChange(Session session, String alias, String what, Object key) {
        return get(session, " for no key update of " + alias, what, key);
    }

    /**
     * Of these rows, read in this session and all of them in her sight, those that a narrower sight has too
     * ({@link Caller#sight}). The database is asked only if her other roles open more than that.
     */
    public Set<T> shown(Session session, Sight narrower, String idColumn, List<T> rows) {
        if (narrower.isNothing() || rows.isEmpty()) {
            return Set.of();
        }
        if (narrower.isEverything() || narrower.sql().equals(reach.seeing().sql())) {
            return Set.copyOf(rows);
        }
        String sql = "%s where %s and %s = any(cast(:ids as uuid[]))".formatted(select, narrower.sql(), idColumn);
        UUID[] ids = rows.stream().map(session::getIdentifier).toArray(UUID[]::new);
        return Set.copyOf(narrower.bind(EntityRows.query(session, sql, type))
                .setParameter("ids", ids)
                .getResultList());
    }

    private T get(Session session, String end, String what, Object key) {
        return first(session, reach.acting(), end).orElseThrow(() -> refusal(session, what, key));
    }

    private Refusal refusal(Session session, String what, Object key) {
        boolean seen = !reach.seeing().sql().equals(reach.acting().sql())
                && first(session, reach.seeing(), "").isPresent();
        return seen ? new OutOfReach(what, key) : new NotFound(what, key);
    }

    private Optional<T> first(Session session, Sight sight, String end) {
        return query(session, sight, end).getResultList().stream().findFirst();
    }

    private NativeQuery<T> query(Session session, Sight sight, String end) {
        NativeQuery<T> query = sight.bind(EntityRows.query(session, sql(sight) + end, type));
        given.forEach(query::setParameter);
        return query;
    }

    private String sql(Sight sight) {
        return select + " where " + conditions(sight);
    }

    private String conditions(Sight sight) {
        return sight.sql() + conditions;
    }
}
