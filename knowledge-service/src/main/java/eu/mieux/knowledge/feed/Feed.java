package eu.mieux.knowledge.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.inbox.Reaction;
import eu.mieux.chassis.inbox.ReceivedEvent;
import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.GenericJDBCException;

/**
 * The events of all services in one order, kept for those who follow them. What is committed later stands later: who has seen
 * a position has seen all that is before it.
 */
@ApplicationScoped
class Feed implements Reaction {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('feed'))";
    private static final String ADD = "insert into feed (kind, event, audience) values (?, ?::jsonb, ?)";
    private static final String AFTER =
            "select position, kind, event, audience from feed where position > ? order by position limit ?";
    private static final String ENDS =
            "select coalesce(min(position), 1) as first, coalesce(max(position), 0) as last from feed";
    /** The last one stays, so that the feed does not look like one that never held anything. */
    private static final String FORGET =
            "delete from feed where kept_at < ? and position < (select max(position) from feed)";

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration kept;

    Feed(
            AgroalDataSource database,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "mieux.feed.kept") Duration kept) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.kept = kept;
    }

    /** The positions of the first and of the last event that are kept; of an empty feed 1 and 0. */
    record Ends(long first, long last) {}

    @Override
    public Set<String> reactsTo() {
        return EventTypes.KINDS;
    }

    @Override
    public void on(ReceivedEvent received) {
        CloudEvent.of(received).ifPresent(event -> add(received, event));
    }

    private void add(ReceivedEvent received, CloudEvent event) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(LOCK);
                PreparedStatement add = connection.prepareStatement(ADD)) {
            lock.execute();
            add.setString(1, received.aggregateType());
            add.setString(2, json.writeValueAsString(event));
            add.setArray(3, connection.createArrayOf("text", received.audience().toArray()));
            add.executeUpdate();
        } catch (SQLException e) {
            throw new GenericJDBCException("An event could not be added to the feed", e, ADD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A CloudEvent is JSON.", e);
        }
    }

    List<FeedEntry> after(long position, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(AFTER)) {
            query.setLong(1, position);
            query.setInt(2, limit);
            List<FeedEntry> entries = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    entries.add(new FeedEntry(
                            row.getLong("position"),
                            row.getString("kind"),
                            json.readValue(row.getString("event"), CloudEvent.class),
                            List.of((String[]) row.getArray("audience").getArray())));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new GenericJDBCException("The feed could not be read", e, AFTER);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The feed holds CloudEvents.", e);
        }
    }

    Ends ends() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ENDS);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Ends(row.getLong("first"), row.getLong("last"));
        } catch (SQLException e) {
            throw new GenericJDBCException("The feed could not be read", e, ENDS);
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetWhatIsOld() {
        forget(clock.instant().minus(kept));
    }

    void forget(Instant before) {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setObject(1, before.atOffset(ZoneOffset.UTC));
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new GenericJDBCException("What is old in the feed could not be forgotten", e, FORGET);
        }
    }
}
