package eu.mieux.knowledge.webhook;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.exception.GenericJDBCException;

/** Forgets deliveries that are too old, whatever became of them, webhooks that were deleted, and secrets that sign no more. */
@ApplicationScoped
class Pruning {

    private static final int BATCH = 1_000;

    private static final String OLD = """
            delete from webhook_delivery where position in (
                select position from webhook_delivery
                where created_at < clock_timestamp() - ? * interval '1 millisecond' limit ? for update skip locked)""";

    private static final String OF_DELETED = """
            delete from webhook_delivery where position in (
                select d.position from webhook w join webhook_delivery d on d.webhook_id = w.id
                where w.deleted limit ? for update of d skip locked)""";

    private static final String DELETED = """
            delete from webhook w where w.deleted
              and not exists (select from webhook_delivery d where d.webhook_id = w.id)""";

    private static final String ENDED = "delete from webhook_secret where until < clock_timestamp()";

    private final AgroalDataSource database;
    private final Duration kept;

    Pruning(AgroalDataSource database, @ConfigProperty(name = "mieux.webhooks.kept") Duration kept) {
        this.database = database;
        this.kept = kept;
    }

    @Scheduled(every = "{mieux.webhooks.pruning}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void prune() {
        try (Connection connection = database.getConnection();
                PreparedStatement old = connection.prepareStatement(OLD);
                PreparedStatement ofDeleted = connection.prepareStatement(OF_DELETED);
                PreparedStatement deleted = connection.prepareStatement(DELETED);
                PreparedStatement ended = connection.prepareStatement(ENDED)) {
            old.setLong(1, kept.toMillis());
            old.setInt(2, BATCH);
            inBatches(old);
            ofDeleted.setInt(1, BATCH);
            inBatches(ofDeleted);
            deleted.executeUpdate();
            ended.executeUpdate();
        } catch (SQLException e) {
            throw new GenericJDBCException("Old deliveries could not be pruned", e, OLD);
        }
    }

    private static void inBatches(PreparedStatement delete) throws SQLException {
        int pruned = BATCH;
        while (pruned == BATCH) {
            pruned = delete.executeUpdate();
        }
    }
}
