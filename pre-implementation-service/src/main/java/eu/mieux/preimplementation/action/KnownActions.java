package eu.mieux.preimplementation.action;

import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The names that Actions bear, when they were launched or given up and whether that may still come, from {@code mieux.action}. */
@ApplicationScoped
class KnownActions implements Projection {

    private static final String UPSERT = """
            insert into known_action (id, code, name, launched_on, awaited, given_up_on)
            values (?, ?, ?, cast(? as date), ?, cast(? as date))
            on conflict (id) do update set code = excluded.code, name = excluded.name, launched_on = excluded.launched_on,
                awaited = excluded.awaited, given_up_on = excluded.given_up_on""";

    @Override
    public Set<String> follows() {
        return Set.of("action");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ReceivedEvent event : events) {
                upsert.setObject(1, event.aggregateId());
                upsert.setString(2, event.state().required("code").asText());
                upsert.setString(3, event.state().required("name").asText());
                upsert.setString(4, event.state().path("launchedOn").textValue());
                upsert.setBoolean(5, Launches.isAwaited(event.state()));
                upsert.setString(6, Launches.givenUpOn(event.state()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
