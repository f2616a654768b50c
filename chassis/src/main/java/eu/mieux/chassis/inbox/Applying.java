package eu.mieux.chassis.inbox;

import eu.mieux.chassis.failpoint.Failpoint;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Applies events to projections and reactions, each batch in one transaction. */
@ApplicationScoped
class Applying {

    /** Which generation of the projections is written. */
    enum Generation {
        LIVE("projection"),
        NEXT("projection_next");

        private final String schema;

        Generation(String schema) {
            this.schema = schema;
        }

        String schema() {
            return schema;
        }
    }

    /** Held shared by whoever applies to the live generation, exclusively by the swap. */
    static final long SWAP_LOCK = 0x4D49455558535750L; // "MIEUXSWP"

    /** Long enough to wait for a swap or for another's lock: a time-out would pass for a fault of the record. */
    private static final int LONGEST_SECONDS = (int) Duration.ofHours(1).toSeconds();

    private final AgroalDataSource database;
    private final List<Projection> projections;
    private final List<Reaction> reactions;
    private final Visibility visibility;
    private final ApplyingSpans spans;

    Applying(
            AgroalDataSource database,
            @All List<Projection> projections,
            @All List<Reaction> reactions,
            Visibility visibility,
            ApplyingSpans spans) {
        this.database = database;
        this.visibility = visibility;
        this.spans = spans;
        this.projections = projections;
        this.reactions = reactions;
    }

    /** All aggregate types that anything here follows or reacts to. */
    Set<String> followed() {
        Set<String> types = new TreeSet<>(projected());
        reactions.forEach(r -> types.addAll(r.reactsTo()));
        return types;
    }

    Set<String> projected() {
        Set<String> types = new TreeSet<>();
        projections.forEach(p -> types.addAll(p.follows()));
        return types;
    }

    /** Applies all or, when anything fails, nothing. */
    void live(List<ReceivedEvent> events) {
        List<Span> begun = spans.begin(events);
        try {
            inOneTransaction(events);
            events.forEach(visibility::of);
        } catch (RuntimeException e) {
            begun.forEach(span -> span.setStatus(StatusCode.ERROR));
            throw e;
        } finally {
            begun.forEach(Span::end);
        }
    }

    private void inOneTransaction(List<ReceivedEvent> events) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            onConnection(connection -> {
                execute(connection, "select pg_advisory_xact_lock_shared(" + SWAP_LOCK + ")");
                project(events, connection);
            });
            react(events);
            Failpoint.reached("consumer-before-commit");
        });
    }

    /** Applies to the generation that is being built; reactions are not repeated. */
    void next(List<ReceivedEvent> events) {
        QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .run(() -> onConnection(connection -> {
                    execute(connection, "set local search_path = public, " + Generation.NEXT.schema());
                    project(events, connection);
                    execute(connection, "set local search_path = public, " + Generation.LIVE.schema());
                }));
    }

    private void project(List<ReceivedEvent> events, Connection connection) throws SQLException {
        for (Waves.Wave wave : Waves.of(events)) {
            List<Projection> following = projections.stream()
                    .filter(p -> p.follows().contains(wave.aggregateType()))
                    .toList();
            if (following.isEmpty()) {
                continue;
            }
            List<ReceivedEvent> fresh = Applied.PROJECTIONS.claim(connection, wave.aggregateType(), wave.events());
            if (!fresh.isEmpty()) {
                for (Projection projection : following) {
                    projection.apply(wave.aggregateType(), fresh, connection);
                }
            }
        }
    }

    private void react(List<ReceivedEvent> events) {
        for (Waves.Wave wave : Waves.of(events)) {
            List<Reaction> reacting = reactions.stream()
                    .filter(r -> r.reactsTo().contains(wave.aggregateType()))
                    .toList();
            if (reacting.isEmpty()) {
                continue;
            }
            onConnection(connection -> {
                for (ReceivedEvent event : Applied.REACTIONS.claim(connection, wave.aggregateType(), wave.events())) {
                    reacting.forEach(r -> r.on(event));
                }
            });
        }
    }

    /** Work that needs the transaction's connection. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    private void onConnection(Work work) {
        try (Connection connection = database.getConnection()) {
            work.on(connection);
        } catch (SQLException e) {
            throw new ApplyingFailed(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The database refused; the cause says whether it is worth trying again. */
    static final class ApplyingFailed extends RuntimeException {
        ApplyingFailed(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
