package eu.mieux.local.portfolio;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a portfolio folder brings itself. In a dry run nothing is stored, so a service cannot know that a missing
 * authority stands in the file before; such complaints are dropped. Files are read once, and only those that are asked
 * for; of each row only its key is kept, as a hash.
 */
final class OwnRows {

    private static final String LIST_SEPARATOR = ";";

    private final Path folder;
    private final Map<PortfolioFile, Keys> keys = new EnumMap<>(PortfolioFile.class);

    OwnRows(Path folder) {
        this.folder = folder;
    }

    /** Whether the complaint is about a reference to rows that the folder brings itself. */
    boolean bring(PortfolioFile file, RowError error, CsvRows rows) throws IOException {
        if (!error.code().equals(RowError.UNKNOWN_REFERENCE) || error.line() == null || error.column() == null) {
            return false;
        }
        Optional<Reference> reference = Reference.from(file, error.column());
        Optional<NamedCsvRecord> row = rows.at(error.line());
        if (reference.isEmpty() || row.isEmpty()) {
            return false;
        }
        Optional<List<String>> cells = CsvRows.cells(row.get(), reference.get().columns());
        if (cells.isEmpty()) {
            return false;
        }
        Keys target = keys(reference.get().target());
        return cells.get().size() > 1
                ? target.contains(cells.get())
                : named(error, cells.get().getFirst()).allMatch(key -> target.contains(List.of(key)));
    }

    /** The keys that the complaint is about: one of a list, or the whole cell. */
    private static Stream<String> named(RowError error, String cell) {
        String value = error.value() == null ? cell : error.value();
        return Arrays.stream(value.split(LIST_SEPARATOR, -1)).map(String::strip);
    }

    private Keys keys(PortfolioFile file) throws IOException {
        Keys known = keys.get(file);
        if (known == null) {
            known = read(file);
            keys.put(file, known);
        }
        return known;
    }

    private Keys read(PortfolioFile file) throws IOException {
        Keys read = new Keys();
        Path path = folder.resolve(file.fileName());
        if (Files.exists(path)) {
            try (CsvRows rows = new CsvRows(path)) {
                for (Optional<NamedCsvRecord> row = rows.next(); row.isPresent(); row = rows.next()) {
                    CsvRows.cells(row.get(), file.keyColumns()).ifPresent(read::add);
                }
            }
        }
        return read;
    }
}
