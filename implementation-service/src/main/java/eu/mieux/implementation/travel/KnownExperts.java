package eu.mieux.implementation.travel;

import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import eu.mieux.implementation.portfolio.Lookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The experts of the roster, by {@code mieux.expert}: their keys only. */
@ApplicationScoped
class KnownExperts implements Projection {

    private static final String UPSERT =
            "insert into known_expert (id, key) values (?, ?) on conflict (id) do update set key = excluded.key";

    private final Lookup lookup;

    KnownExperts(Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Set<String> follows() {
        return Set.of("expert");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ReceivedEvent event : events) {
                upsert.setObject(1, event.aggregateId());
                upsert.setString(2, event.state().required("key").asText());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Of these keys, those that no expert has. */
    Set<String> unknown(Collection<String> keys) {
        return lookup.missing("select key from known_expert where key = any(cast(:keys as text[]))", keys);
    }
}
