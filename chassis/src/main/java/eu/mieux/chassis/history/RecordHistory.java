package eu.mieux.chassis.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.identity.Reach;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what of one record, from what the event log and the triggers keep anyway (the audit trail, which is for auditors
 * alone, shows all of it). A service offers it under the record: it finds the record by its policy, and says what is
 * {@link Told}.
 */
@ApplicationScoped
public class RecordHistory {

    private static final String ENTRIES = """
            select e.version, e.recorded_at, e.actor, e.type, (
                select jsonb_agg(jsonb_build_object('table', c.table_name, 'before', c.before, 'after', c.after) order by c.seq)
                from record_change c
                where c.record_id = e.aggregate_id and c.transaction_id = e.transaction_id
                  and not exists (
                      select from event_log l
                      where l.aggregate_type = e.aggregate_type and l.aggregate_id = e.aggregate_id
                        and l.version = e.version + 1 and l.transaction_id = e.transaction_id)) as changes
            from event_log e""";

    private static final String UNTIL = """
            c.seq <= (
                select max(last.seq)
                from record_change last join event_log e
                    on e.transaction_id = last.transaction_id and e.aggregate_id = last.record_id
                where e.aggregate_type = :type and e.aggregate_id = :id and e.version = :from)""";

    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json;

    RecordHistory(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A changed row as the database keeps it. */
    private record Row(
            String table,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {}

    /** A page of all that happened to it. */
    public Page<HistoryEntry> page(Aggregate record, Told told, @Nullable String cursor, int limit) {
        return page(record, told, Share.ALL, cursor, limit);
    }

    /**
     * A page of what happened to it, newest first.
     *
     * @param record that the caller was found to see
     * @param share what of it is for her
     * @param cursor of the caller, or null
     * @param limit of the caller
     */
    public Page<HistoryEntry> page(Aggregate record, Told told, Share share, @Nullable String cursor, int limit) {
        int bounded = Page.limit(limit);
        long before = Cursor.of(cursor).number(Long.MAX_VALUE);
        List<HistoryEntry> found = Selection.of(HistoryEntry.class, ENTRIES, Reach.of(Sight.everything()))
                .narrow("e.aggregate_type = :type", "type", record.aggregateType())
                .narrow("e.aggregate_id = :id", "id", record.id())
                .narrow("e.version < :before", "before", before)
                .narrow("e.version >= :from", "from", share.from())
                .narrow(
                        "e.type <> all(cast(:without as text[]))",
                        "without",
                        share.without().toArray(String[]::new))
                .rows(database, row -> entry(row, told), "e.version desc", bounded + 1);
        return Page.of(found, bounded, entry -> Cursor.at(entry.version()))
                .map(entry -> entry.version() > 1 && entry.version() == share.from()
                        ? entry.with(standingAt(record, share.from()).tell(told))
                        : entry);
    }

    private Standing standingAt(Aggregate record, long version) {
        Standing standing = new Standing();
        Selection.of(
                        Row.class,
                        "select c.table_name, c.before, c.after from record_change c",
                        Reach.of(Sight.everything()))
                .narrow("c.record_id = :id", "id", record.id())
                .with(UNTIL, Map.of("type", record.aggregateType(), "from", version))
                .rows(database, this::row, "c.seq", Integer.MAX_VALUE)
                .forEach(row -> standing.change(row.table(), row.before(), row.after()));
        return standing;
    }

    private Row row(ResultSet kept) throws SQLException {
        return new Row(kept.getString("table_name"), values(kept.getString("before")), values(kept.getString("after")));
    }

    private HistoryEntry entry(ResultSet row, Told told) throws SQLException {
        return new HistoryEntry(
                row.getLong("version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("type"),
                changes(row.getString("changes")).stream()
                        .map(change -> told.tell(change.table(), change.before(), change.after()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private @Nullable Map<String, Object> values(@Nullable String kept) {
        try {
            return kept == null ? null : json.readValue(kept, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database keeps JSON that is none.", e);
        }
    }

    private List<Row> changes(@Nullable String kept) {
        try {
            return kept == null ? List.of() : json.readValue(kept, ROWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database builds JSON that is none.", e);
        }
    }
}
