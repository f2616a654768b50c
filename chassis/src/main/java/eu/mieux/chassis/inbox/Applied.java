package eu.mieux.chassis.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The memory of what was applied. A claim raises an aggregate's last version and answers which events are new; two
 * consumers that hold the same record (a rebalance, a zombie) serialise on the row, and the second finds nothing new.
 */
enum Applied {
    PROJECTIONS("applied"),
    REACTIONS("inbox");

    private final String claim;

    Applied(String table) {
        this.claim = """
                insert into %1$s (aggregate_type, aggregate_id, version)
                select ?, e.id, e.version from unnest(?::uuid[], ?::bigint[]) as e (id, version) order by e.id
                on conflict (aggregate_type, aggregate_id) do update set version = excluded.version
                where %1$s.version < excluded.version
                returning aggregate_id""".formatted(table);
    }

    /** Of events of one type, each aggregate at most once: those not applied before. */
    List<ReceivedEvent> claim(Connection connection, String aggregateType, List<ReceivedEvent> events)
            throws SQLException {
        List<ReceivedEvent> ordered = new ArrayList<>(events);
        ordered.sort(Comparator.comparing(ReceivedEvent::aggregateId));
        Set<UUID> fresh = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            statement.setString(1, aggregateType);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            ordered.stream().map(ReceivedEvent::aggregateId).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint",
                            ordered.stream().map(ReceivedEvent::version).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    fresh.add(row.getObject(1, UUID.class));
                }
            }
        }
        return events.stream().filter(e -> fresh.contains(e.aggregateId())).toList();
    }
}
