package eu.mieux.chassis.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.identity.Reach;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that was written down in this service, newest first. */
@ApplicationScoped
class AuditTrail {

    private static final String ENTRIES = """
            select t.*, (
                select jsonb_agg(jsonb_build_object('table', c.table_name, 'before', c.before, 'after', c.after) order by c.seq)
                from record_change c
                where c.record_id = t.record_id and c.transaction_id = t.transaction_id) as changes
            from audit_trail t""";

    private static final TypeReference<List<AuditEntry.Change>> CHANGES = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final ObjectMapper json;

    AuditTrail(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What the trail may be narrowed to; {@code from} is included, {@code to} is not. */
    record Filter(
            AuditEntry.@Nullable Kind kind,
            @Nullable String actor,
            @Nullable String recordType,
            @Nullable UUID recordId,
            @Nullable String recordKey,
            @Nullable Instant from,
            @Nullable Instant to) {}

    List<AuditEntry> page(Filter filter, @Nullable UUID after, int limit) {
        return Selection.of(AuditEntry.class, ENTRIES, Reach.of(Sight.everything()))
                .narrow("t.id < :after", "after", after)
                .narrow("t.kind = :kind", "kind", filter.kind())
                .narrow("t.actor = :actor", "actor", filter.actor())
                .narrow("t.record_type = :type", "type", filter.recordType())
                .narrow("t.record_id = :record", "record", filter.recordId())
                .narrow("t.record_key = :key", "key", filter.recordKey())
                .narrow("t.recorded_at >= :from", "from", utc(filter.from()))
                .narrow("t.recorded_at < :to", "to", utc(filter.to()))
                .rows(database, this::entry, "t.id desc", limit);
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("address"),
                AuditEntry.Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                row.getString("record_key"),
                row.getObject("version", Long.class),
                row.getString("traceparent"),
                changes(row.getString("changes")));
    }

    private List<AuditEntry.Change> changes(@Nullable String kept) {
        try {
            return kept == null ? List.of() : json.readValue(kept, CHANGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database builds JSON that is none.", e);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
