package eu.mieux.chassis.bulk;

import eu.mieux.chassis.time.Time;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What is known of imports, written in transactions of its own, so that progress shows while the import's is open. */
@ApplicationScoped
class ImportJournal {

    /** More faults than this of one import are counted, not kept: a file of a million rows that all refer to nothing has room. */
    private static final long KEPT_ERRORS = 2_000_000;

    private final EntityManager entities;
    private final AgroalDataSource database;
    private final Clock clock;
    private final Duration silence;

    ImportJournal(
            EntityManager entities,
            AgroalDataSource database,
            Clock clock,
            @ConfigProperty(name = "mieux.imports.silence") Duration silence) {
        this.entities = entities;
        this.database = database;
        this.clock = clock;
        this.silence = silence;
    }

    ImportOperation.View open(String file, ImportMode mode, boolean dryRun, long bytes, String by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ImportOperation operation =
                    new ImportOperation(Time.newId(), file, mode, dryRun, bytes, by, Time.now(clock));
            entities.persist(operation);
            return operation.view(Time.now(clock), silence);
        });
    }

    Optional<ImportOperation.View> find(String file, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(entities.find(ImportOperation.class, id))
                        .filter(operation -> operation.file().equals(file))
                        .map(operation -> operation.view(Time.now(clock), silence)));
    }

    void progress(UUID id, Outcome outcome, long bytesRead) {
        List<RowError> errors = outcome.takeErrors();
        change(id, operation -> operation.progress(outcome, bytesRead, Time.now(clock)));
        long first = outcome.errorCount() - errors.size();
        if (!errors.isEmpty() && first < KEPT_ERRORS) {
            QuarkusTransaction.requiringNew().run(() -> keep(id, first, errors));
        }
    }

    /** Says of imports that wait or run that their process lives. */
    void alive(Set<UUID> imports) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update import_operation set heartbeat_at = ? where id = any(?) and status = 'RUNNING'")) {
            statement.setObject(1, Time.now(clock).atOffset(ZoneOffset.UTC));
            statement.setArray(2, connection.createArrayOf("uuid", imports.toArray()));
            statement.executeUpdate();
        }
    }

    /** Notes, in the transaction that keeps the rows, that they are kept. */
    void kept(UUID id) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update import_operation set kept = true where id = ?")) {
                statement.setObject(1, id);
                statement.executeUpdate();
            }
        });
    }

    void finish(UUID id, ImportOperation.Status status, @Nullable String detail) {
        change(id, operation -> operation.finish(status, detail, Time.now(clock)));
    }

    private void change(UUID id, Consumer<ImportOperation> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(entities.find(ImportOperation.class, id)));
    }

    private void keep(UUID id, long first, List<RowError> errors) {
        entities.unwrap(Session.class).doWork(connection -> {
            String insert = """
                    insert into import_error (operation_id, seq, line, "column", value, code, message, remedy)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""";
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                long seq = first;
                for (RowError error : errors) {
                    statement.setObject(1, id);
                    statement.setLong(2, ++seq);
                    statement.setLong(3, error.line());
                    statement.setString(4, error.column());
                    statement.setString(5, error.value());
                    statement.setString(6, error.code());
                    statement.setString(7, error.message());
                    statement.setString(8, error.remedy());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /** A fault and its place among the faults of its import. */
    record Numbered(long seq, RowError error) {}

    List<Numbered> errors(String file, UUID id, long after, int limit) throws SQLException {
        String select = """
                select seq, line, "column", value, code, message, remedy from import_error
                where operation_id = ? and seq > ? order by seq limit ?""";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setObject(1, id);
            statement.setLong(2, after);
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<Numbered> errors = new ArrayList<>();
                while (row.next()) {
                    errors.add(new Numbered(
                            row.getLong("seq"),
                            new RowError(
                                    file + ".csv",
                                    row.getLong("line"),
                                    row.getString("column"),
                                    row.getString("value"),
                                    row.getString("code"),
                                    row.getString("message"),
                                    row.getString("remedy"))));
                }
                return errors;
            }
        }
    }
}
