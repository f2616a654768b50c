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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
     * @param seers who may see it: {@code officer:regions=AF}
     * @param hearing of its kind
     */
    record Audience(String path, List<String> seers, Hearing hearing) {

        /** Who hears of an event of a type, {@code publication-withdrawn}. */
        Set<String> of(String type) {
            return hearing.of(type, seers);
        }
    }

    private final Map<String, Hearing> hearings;

    Audiences(@All List<Hearing> hearings, @ConfigProperty(name = "mieux.publishes") List<String> published) {
        this.hearings = hearings.stream().collect(Collectors.toMap(Hearing::aggregateType, Function.identity()));
        Set<String> unheard = new HashSet<>(published);
        unheard.removeAll(this.hearings.keySet());
        if (!unheard.isEmpty()) {
            throw new IllegalStateException("Nothing says who may hear of changes of " + unheard
                    + ": offer a Hearing for each kind of record that mieux.publishes names.");
        }
    }

    /** Of records of one type, by their ids; of one that is not there nobody may hear. */
    Map<UUID, Audience> of(Connection connection, String aggregateType, Collection<UUID> ids) throws SQLException {
        Hearing hearing = hearings.get(aggregateType);
        if (hearing == null) {
            return Map.of();
        }
        Map<UUID, Audience> audiences = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(hearing.statement())) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Array audience = row.getArray("audience");
                    audiences.put(
                            row.getObject("id", UUID.class),
                            new Audience(row.getString("path"), List.of((String[]) audience.getArray()), hearing));
                }
            }
        }
        return audiences;
    }
}
