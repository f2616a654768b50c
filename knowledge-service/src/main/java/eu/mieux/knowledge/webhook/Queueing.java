package eu.mieux.knowledge.webhook;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.GenericJDBCException;

/** Makes a delivery of each event for every webhook that asks for it, in the transaction in which the event is received. */
@ApplicationScoped
class Queueing implements Reaction {

    private static final String ALL = "select id, version from webhook where not deleted";
    private static final String UNKNOWN = "select id, version, types, rights from webhook where id = any(?)";
    private static final int REMEMBERED = 10_000;

    /** What rights name may be merged into another. */
    private static final Duration KEYS_STAND = Duration.ofSeconds(2);

    private final AgroalDataSource database;
    private final Deliveries deliveries;
    private final Rights rights;
    /** Many events come at once, and few webhooks change meanwhile: of those that are known, only the version is read. */
    private final Cache<Version, Wish> wishes = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(KEYS_STAND)
            .build();

    Queueing(AgroalDataSource database, Deliveries deliveries, Rights rights) {
        this.database = database;
        this.deliveries = deliveries;
        this.rights = rights;
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
        try (Connection connection = database.getConnection()) {
            List<UUID> asking = new ArrayList<>();
            wishes(connection).forEach((webhook, wish) -> {
                if (wish.types().include(received.aggregateType(), event.type())
                        && wish.who().hears(event.dataref(), received.audience())) {
                    asking.add(webhook);
                }
            });
            return asking;
        } catch (SQLException e) {
            throw new GenericJDBCException("Webhooks could not be read", e, ALL);
        }
    }

    private Map<UUID, Wish> wishes(Connection connection) throws SQLException {
        Map<UUID, Wish> found = new HashMap<>();
        List<UUID> unknown = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ALL);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Version version = version(row);
                Wish known = wishes.getIfPresent(version);
                if (known == null) {
                    unknown.add(version.webhook());
                } else {
                    found.put(version.webhook(), known);
                }
            }
        }
        if (!unknown.isEmpty()) {
            found.putAll(read(connection, unknown));
        }
        return found;
    }

    private Map<UUID, Wish> read(Connection connection, List<UUID> unknown) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(UNKNOWN)) {
            query.setArray(1, connection.createArrayOf("uuid", unknown.toArray()));
            Map<UUID, Wish> read = new HashMap<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Version version = version(row);
                    Wish wish = new Wish(
                            EventTypes.kept(Selection.texts(row, "types")), rights.listener(row.getString("rights")));
                    wishes.put(version, wish);
                    read.put(version.webhook(), wish);
                }
            }
            return read;
        }
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(row.getObject("id", UUID.class), row.getLong("version"));
    }
}
