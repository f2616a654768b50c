package eu.mieux.expert.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The region of each Action, from {@code mieux.action}. */
@ApplicationScoped
class KnownActions implements Projection {

    private static final String UPSERT = """
            insert into known_action (id, code, region) values (?, ?, ?)
            on conflict (id) do update set code = excluded.code, region = excluded.region""";

    @Override
    public Set<String> follows() {
        return Set.of("action");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ReceivedEvent event : events) {
                JsonNode state = event.state();
                upsert.setObject(1, event.aggregateId());
                upsert.setString(2, state.required("code").asText());
                upsert.setString(3, state.path("region").asText(null));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
