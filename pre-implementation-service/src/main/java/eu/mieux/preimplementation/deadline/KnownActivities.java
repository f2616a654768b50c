package eu.mieux.preimplementation.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** When the Activities of Actions take place, from {@code mieux.activity}. */
@ApplicationScoped
class KnownActivities implements Projection {

    private static final String UPSERT = """
            insert into known_activity
                (id, version, changed_at, action_code, number, title, type, status, starts_on, ends_on, country, city)
            values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as date), cast(? as date), ?, ?)
            on conflict (id) do update set
                version = excluded.version, changed_at = excluded.changed_at, action_code = excluded.action_code,
                number = excluded.number, title = excluded.title, type = excluded.type, status = excluded.status,
                starts_on = excluded.starts_on, ends_on = excluded.ends_on, country = excluded.country, city = excluded.city""";

    @Override
    public Set<String> follows() {
        return Set.of("activity");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ReceivedEvent event : events) {
                JsonNode state = event.state();
                upsert.setObject(1, event.aggregateId());
                upsert.setLong(2, event.version());
                upsert.setObject(3, event.time().atOffset(ZoneOffset.UTC));
                upsert.setString(4, state.required("actionCode").asText());
                upsert.setInt(5, state.required("number").asInt());
                upsert.setString(6, state.required("title").asText());
                upsert.setString(7, state.required("type").asText());
                upsert.setString(8, state.required("status").asText());
                upsert.setString(9, state.path("startsOn").textValue());
                upsert.setString(10, state.path("endsOn").textValue());
                upsert.setString(11, state.path("country").textValue());
                upsert.setString(12, state.path("city").textValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
