package eu.mieux.local.portfolio;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a portfolio file, one after the other. What cannot be read ends the iteration silently: the service that
 * takes the file complains about it in detail.
 */
final class CsvRows implements AutoCloseable {

    private final Path file;
    private CsvReader<NamedCsvRecord> reader;
    private Iterator<NamedCsvRecord> rows;
    private @Nullable NamedCsvRecord current;

    CsvRows(Path file) throws IOException {
        this.file = file;
        this.reader = open(file);
        this.rows = reader.iterator();
    }

    private static CsvReader<NamedCsvRecord> open(Path file) throws IOException {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(Files.newInputStream(file));
    }

    /** The next row, or empty at the end. */
    Optional<NamedCsvRecord> next() {
        try {
            current = rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException | UncheckedIOException _) {
            // Malformed: see above.
            current = null;
        }
        return Optional.ofNullable(current);
    }

    /** The row that begins on a line; cheap as long as the lines are asked for in their order. */
    Optional<NamedCsvRecord> at(long line) throws IOException {
        if (current != null && current.getStartingLineNumber() > line) {
            reader.close();
            reader = open(file);
            rows = reader.iterator();
            current = null;
        }
        while (current == null || current.getStartingLineNumber() < line) {
            if (next().isEmpty()) {
                return Optional.empty();
            }
        }
        return current.getStartingLineNumber() == line ? Optional.of(current) : Optional.empty();
    }

    /** The cells of these columns, or empty if the row lacks one. */
    static Optional<List<String>> cells(NamedCsvRecord row, List<String> columns) {
        List<Optional<String>> cells = columns.stream().map(row::findField).toList();
        return cells.stream().allMatch(Optional::isPresent)
                ? Optional.of(cells.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
