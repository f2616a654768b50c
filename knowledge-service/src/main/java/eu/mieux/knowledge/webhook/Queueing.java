package eu.mieux.knowledge.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.inbox.Reaction;
import eu.mieux.chassis.inbox.ReceivedEvent;
import eu.mieux.knowledge.feed.CloudEvent;
import eu.mieux.knowledge.feed.EventTypes;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.GenericJDBCException;

/** Makes a delivery of each event for every webhook that asks for it, in the transaction in which the event is received. */
@ApplicationScoped
class Queueing implements Reaction {

    private static final String ALL = "select id, version, types, rights from webhook";
    private static final int REMEMBERED = 1_000;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final AgroalDataSource database;
    private final Deliveries deliveries;
    private final Rights rights;
    private final ObjectMapper json;
    /** Many events come at once, and few webhooks change meanwhile. */
    private final Cache<Version, Wish> wishes =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Queueing(AgroalDataSource database, Deliveries deliveries, Rights rights, ObjectMapper json) {
        this.database = database;
        this.deliveries = deliveries;
        this.rights = rights;
        this.json = json;
    }

    private record Version(UUID webhook, long version) {}

    private record Wish(EventTypes types, Listener who) {}

    @Override
    public Set<String> reactsTo() {
        return EventTypes.KINDS;
    }

    @Override
    public void on(ReceivedEvent received) {
        CloudEvent.of(received).ifPresent(event -> {
            List<UUID> asking = asking(received, event);
            if (!asking.isEmpty()) {
                deliveries.queue(event, asking);
            }
        });
    }

    private List<UUID> asking(ReceivedEvent received, CloudEvent event) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet row = query.executeQuery()) {
            List<UUID> asking = new ArrayList<>();
            List<String> audience = json.readValue(received.attributes().getOrDefault("audience", "[]"), TEXTS);
            while (row.next()) {
                Wish wish = wish(row);
                if (wish.types().include(received.aggregateType(), event.type())
                        && wish.who().hears(event.dataref(), audience)) {
                    asking.add(row.getObject("id", UUID.class));
                }
            }
            return asking;
        } catch (SQLException e) {
            throw new GenericJDBCException("Webhooks could not be read", e, ALL);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Who may hear of an event is said as a list of texts.", e);
        }
    }

    private Wish wish(ResultSet row) throws SQLException {
        Version version = new Version(row.getObject("id", UUID.class), row.getLong("version"));
        Wish known = wishes.getIfPresent(version);
        if (known != null) {
            return known;
        }
        Wish wish = new Wish(
                EventTypes.of("/types", Selection.texts(row, "types")), rights.listener(row.getString("rights")));
        wishes.put(version, wish);
        return wish;
    }
}
