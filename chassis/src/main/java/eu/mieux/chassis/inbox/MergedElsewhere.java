package eu.mieux.chassis.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.chassis.identity.MergedKeys;
import eu.mieux.chassis.identity.Renamed;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which records of other services were merged into others, where claims of tokens name such records by their keys:
 * {@code mieux.claims.merged=shop} follows {@code mieux.shop}, whose state has {@code key} and {@code mergedInto}, for the claim
 * {@code shop}. Without the setting it follows nothing.
 */
@ApplicationScoped
class MergedElsewhere implements Projection, Renamed {

    private static final String UPSERT = """
            insert into merged_key (id, key, merged_into) values (?, ?, ?)
            on conflict (id) do update set merged_into = excluded.merged_into""";

    private final Set<String> types;
    private final MergedKeys keys;

    MergedElsewhere(AgroalDataSource database, @ConfigProperty(name = "mieux.claims.merged") Optional<String> type) {
        this.types = type.map(Set::of).orElse(Set.of());
        this.keys = new MergedKeys(database, "select key, merged_into from merged_key");
    }

    @Override
    public Set<String> follows() {
        return types;
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ReceivedEvent event : events) {
                JsonNode state = event.state();
                if (state.path("mergedInto").isTextual()) {
                    upsert.setObject(1, event.aggregateId());
                    upsert.setString(2, state.required("key").asText());
                    upsert.setString(3, state.required("mergedInto").asText());
                    upsert.addBatch();
                }
            }
            upsert.executeBatch();
        }
    }

    @Override
    public boolean concerns(String claim) {
        return types.contains(claim);
    }

    @Override
    public List<String> keysOf(String claim, List<String> held) {
        return keys.keysOf(held);
    }
}
