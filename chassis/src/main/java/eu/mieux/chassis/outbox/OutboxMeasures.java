package eu.mieux.chassis.outbox;

import eu.mieux.chassis.metrics.Look;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How long the first of the events in the queue has waited for the broker. Every instance says the same. */
@Singleton
class OutboxMeasures implements MeterBinder {

    private static final String OLDEST = """
            select e.recorded_at from outbox_queue q join event_log e on e.id = q.event_id order by q.seq limit 1""";

    /** @param known whether the database has told */
    private record Oldest(boolean known, Optional<Instant> at) {}

    private final AgroalDataSource database;
    private final Clock clock;
    private final Look<Oldest> oldest = new Look<>(this::oldest, new Oldest(false, Optional.empty()));

    OutboxMeasures(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("mieux.outbox.oldest", this, OutboxMeasures::seconds)
                .baseUnit("seconds")
                .description("How long the oldest event that the broker does not have has waited; 0 when none waits")
                .register(registry);
    }

    private double seconds() {
        Oldest found = oldest.answer();
        if (!found.known()) {
            return Double.NaN;
        }
        return found.at()
                .map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1e3))
                .orElse(0.0);
    }

    private Oldest oldest() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(OLDEST);
                ResultSet row = query.executeQuery()) {
            return new Oldest(
                    true,
                    row.next()
                            ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                            : Optional.empty());
        }
    }
}
