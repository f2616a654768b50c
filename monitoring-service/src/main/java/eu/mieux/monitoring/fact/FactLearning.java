package eu.mieux.monitoring.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes what events tell into the fact tables: closes the version that was held, and adds the new one. A batch is one
 * statement, whatever its size. Columns are named after the fields of the events ({@code startsOn}: {@code starts_on}); a
 * field that a fact does not keep is passed over, one that it needs and that is missing makes the statement fail.
 */
final class FactLearning {

    /** The aggregates that facts are kept of. */
    static final Set<String> TYPES = Set.of(
            "authority",
            "request",
            "action-fiche",
            "action",
            "activity",
            "deliverable",
            "travel-leg",
            "carbon-offset",
            "expert",
            "deployment",
            "evaluation",
            "publication",
            "media-mention",
            "channel-statistic");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private FactLearning() {}

    /**
     * A version of an aggregate.
     *
     * @param id whose
     * @param version which
     * @param at when its owner recorded it
     * @param state all that is public of it
     */
    record Told(UUID id, long version, Instant at, JsonNode state) {}

    /** Learns from events of one type, each aggregate at most once, versions never going back from one call to the next. */
    static void learn(String type, List<Told> events, Connection connection) throws SQLException {
        String table = table(type);
        ArrayNode rows = JsonNodeFactory.instance.arrayNode(events.size());
        for (Told event : events) {
            rows.add(row(event));
        }
        // A clock may step back between two versions; the later one is then known from the moment the earlier one was,
        // so
        // that at no time two versions of a fact are known.
        try (PreparedStatement statement = connection.prepareStatement("""
                        with told as (
                            select (row ->> 'id')::uuid as id, (row ->> 'version')::bigint as version,
                                   (row ->> 'known_from')::timestamptz as known_from, row
                            from jsonb_array_elements(?::jsonb) as row
                        ),
                        superseded as (
                            update %1$s as held
                            set known_to = greatest(told.known_from, held.known_from)
                            from told
                            where held.id = told.id and held.version < told.version and held.known_to = 'infinity'
                        ),
                        ticked as (
                            update fact_clock set ticks = ticks + 1
                        )
                        insert into %1$s
                        select fact.*
                        from told
                        cross join lateral (
                            select greatest(told.known_from, max(held.known_from)) as known_from
                            from %1$s as held
                            where held.id = told.id and held.version < told.version
                        ) as since
                        cross join lateral jsonb_populate_record(
                            null::%1$s, told.row || jsonb_build_object('known_from', since.known_from)) as fact
                        on conflict (id, version) do nothing""".formatted(table))) {
            statement.setString(1, rows.toString());
            statement.executeUpdate();
        }
    }

    /**
     * A topic is compacted: when a new generation is built from it, versions that were superseded long ago do not come
     * again. They are taken over from the generation that is live, for what was once known stays known.
     */
    static void keepWhatCompactionForgot(String type, List<Told> events, Connection connection) throws SQLException {
        String table = table(type);
        if (isLive(table, connection)) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                        insert into %1$s
                        select held.*
                        from projection.%1$s as held
                        join unnest(?::uuid[], ?::bigint[]) as told (id, version)
                            on held.id = told.id and held.version < told.version
                        on conflict (id, version)
                            do update set known_from = excluded.known_from, known_to = excluded.known_to""".formatted(table))) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", events.stream().map(Told::id).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", events.stream().map(Told::version).toArray()));
            statement.executeUpdate();
        }
    }

    /** Whether the table that is written is the one of the live generation. */
    private static boolean isLive(String table, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select to_regclass(?) = to_regclass('projection.' || ?)")) {
            statement.setString(1, table);
            statement.setString(2, table);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private static String table(String type) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("No facts are kept of " + type);
        }
        return type.replace('-', '_') + "_fact";
    }

    private static ObjectNode row(Told event) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        event.state().properties().forEach(field -> row.set(column(field.getKey()), field.getValue()));
        return row.put("id", event.id().toString())
                .put("version", event.version())
                .put("known_from", event.at().toString())
                .put("known_to", "infinity");
    }

    private static String column(String field) {
        return HUMP.matcher(field).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
