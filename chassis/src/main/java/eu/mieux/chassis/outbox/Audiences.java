package eu.mieux.chassis.outbox;

import eu.mieux.chassis.identity.Hearing;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may hear of events, by the policies of the records that they are about, as these stand when the events are sent. A service
 * that publishes what nobody could hear of does not start.
 */
@ApplicationScoped
@Startup
class Audiences {

    /**
     * @param path where the record is read
     * @param audience who may see it: {@code officer:regions=AF}
     */
    record Audience(String path, Set<String> audience) {}

    private final Map<String, String> statements = new HashMap<>();

    Audiences(@All List<Hearing> hearings, @ConfigProperty(name = "mieux.publishes") List<String> published) {
        hearings.forEach(hearing -> statements.put(hearing.aggregateType(), hearing.statement()));
        Set<String> unheard = new HashSet<>(published);
        unheard.removeAll(statements.keySet());
        if (!unheard.isEmpty()) {
            throw new IllegalStateException("Nothing says who may hear of changes of " + unheard
                    + ": offer a Hearing for each kind of record that mieux.publishes names.");
        }
    }

    /** Of records of one type, by their ids; of one that is not there nobody may hear. */
    Map<UUID, Audience> of(Connection connection, String aggregateType, Collection<UUID> ids) throws SQLException {
        String statement = statements.get(aggregateType);
        if (statement == null) {
            return Map.of();
        }
        Map<UUID, Audience> audiences = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(statement)) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Array audience = row.getArray("audience");
                    audiences.put(
                            row.getObject("id", UUID.class),
                            new Audience(
                                    row.getString("path"), new TreeSet<>(List.of((String[]) audience.getArray()))));
                }
            }
        }
        return audiences;
    }
}
