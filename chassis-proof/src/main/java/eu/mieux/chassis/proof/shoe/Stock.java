package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** The shelf, built from the shop's own events as another service would. */
@ApplicationScoped
class Stock implements Projection {

    private static final String UPSERT = """
            insert into stock (shoe_id, article, name, pairs, version) values (?, ?, ?, ?, ?)
            on conflict (shoe_id) do update set article = excluded.article, name = excluded.name,
                pairs = excluded.pairs, version = excluded.version""";

    @Override
    public Set<String> follows() {
        return Set.of("shoe");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ReceivedEvent event : events) {
                upsert.setObject(1, event.aggregateId());
                upsert.setString(2, event.state().required("article").asText());
                upsert.setString(3, event.state().required("name").asText());
                upsert.setInt(4, event.state().required("pairs").asInt());
                upsert.setLong(5, event.version());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
