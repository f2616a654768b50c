package eu.mieux.chassis.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Streams the rows of a file out of one snapshot of the database. */
@ApplicationScoped
class Exporting {

    private static final int FETCH = 1000;
    private static final int LONGEST_SECONDS = (int) Duration.ofHours(2).toSeconds();

    private final AgroalDataSource database;

    Exporting(AgroalDataSource database) {
        this.database = database;
    }

    void write(PortfolioFile<?> file, OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> {
            // Fetching in portions needs the transaction: without one the driver reads everything into memory.
            try (Connection connection = database.getConnection();
                    PreparedStatement statement = connection.prepareStatement(file.exportQuery());
                    CsvWriter csv =
                            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8)) {
                statement.setFetchSize(FETCH);
                csv.writeRecord(file.columns());
                try (ResultSet rows = statement.executeQuery()) {
                    write(file.columns().size(), rows, csv);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot export " + file.name(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void write(int width, ResultSet rows, CsvWriter csv) throws SQLException {
        String[] cells = new String[width];
        while (rows.next()) {
            for (int i = 0; i < width; i++) {
                String cell = rows.getString(i + 1);
                cells[i] = cell == null ? "" : cell;
            }
            csv.writeRecord(cells);
        }
    }
}
