package eu.mieux.preimplementation.clock;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import eu.mieux.preimplementation.action.Launches;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * The clocks of all requests as rows, so that they can be listed by urgency and counted. A request tells of its part of the row, its
 * Action of the launch, or that none will come, whichever comes first.
 */
@ApplicationScoped
class KnownClocks implements Projection {

    private static final String REQUEST = """
            insert into known_clock (reference, request_id, started_on, due_on, held_on, ended)
            values (?, ?, cast(? as date), cast(? as date), cast(? as date), ?)
            on conflict (reference) do update set request_id = excluded.request_id, started_on = excluded.started_on,
                due_on = excluded.due_on, held_on = excluded.held_on, ended = excluded.ended""";

    private static final String ACTION = """
            insert into known_clock (reference, launched_on, awaited) values (?, cast(? as date), ?)
            on conflict (reference) do update set launched_on = excluded.launched_on, awaited = excluded.awaited""";

    private static final Set<String> ENDED = Set.of("REJECTED", "WITHDRAWN");

    @Override
    public Set<String> follows() {
        return Set.of("request", "action");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        boolean ofRequests = aggregateType.equals("request");
        try (PreparedStatement upsert = connection.prepareStatement(ofRequests ? REQUEST : ACTION)) {
            for (ReceivedEvent event : events) {
                if (ofRequests) {
                    tellOfRequest(upsert, event);
                } else {
                    upsert.setString(1, event.state().required("code").asText());
                    upsert.setString(2, event.state().path("launchedOn").textValue());
                    upsert.setBoolean(3, Launches.isAwaited(event.state()));
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }

    private static void tellOfRequest(PreparedStatement upsert, ReceivedEvent event) throws SQLException {
        JsonNode state = event.state();
        String reference = state.required("reference").textValue();
        if (reference == null) {
            return;
        }
        String status = state.required("status").asText();
        JsonNode lastHold = state.path("holds").path(state.path("holds").size() - 1);
        upsert.setString(1, reference);
        upsert.setObject(2, event.aggregateId());
        upsert.setString(3, state.path("submittedOn").textValue());
        upsert.setString(4, state.path("dueOn").textValue());
        upsert.setString(5, status.equals("ON_HOLD") ? lastHold.path("since").textValue() : null);
        upsert.setBoolean(6, ENDED.contains(status));
        upsert.addBatch();
    }
}
