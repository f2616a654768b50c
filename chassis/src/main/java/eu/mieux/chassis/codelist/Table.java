package eu.mieux.chassis.codelist;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CSV file of the profile, read but not yet understood.
 *
 * @param file its name
 * @param header the names of its columns
 * @param rows its rows, with the line on which each begins
 */
record Table(String file, List<String> header, List<Row> rows) {

    static final String CODE = "code";
    static final String VALID_FROM = "valid_from";
    static final String VALID_TO = "valid_to";

    record Row(long line, List<String> cells) {}

    /** The name of the code list: the file's without its ending. */
    String list() {
        return file.substring(0, file.length() - ".csv".length());
    }

    /** A file that does not begin with a code pairs the codes of two other lists. */
    boolean isOfPairs() {
        return !header.getFirst().equals(CODE);
    }

    String cell(Row row, String column) {
        return row.cells().get(header.indexOf(column));
    }

    /** The cells of these columns, in their order; an empty cell is absent. */
    Map<String, String> cells(Row row, List<String> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : columns) {
            String cell = cell(row, column);
            if (!cell.isEmpty()) {
                cells.put(column, cell);
            }
        }
        return Collections.unmodifiableMap(cells);
    }

    FacilityMalformed malformed(Row row, String column, String what) {
        return FacilityMalformed.at(file, row.line(), column, what);
    }

    /** Refuses a header that does not begin with these columns. */
    void requireStart(List<String> columns) {
        if (header.size() < columns.size() || !header.subList(0, columns.size()).equals(columns)) {
            throw FacilityMalformed.at(file, 1, "the header must begin with %s.".formatted(String.join(",", columns)));
        }
    }

    static Table read(Path path) throws IOException {
        String file = path.getFileName().toString();
        long line = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Files.newBufferedReader(path, StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw FacilityMalformed.at(file, 1, "the file is empty; it needs a header.");
            }
            List<String> header = header(file, records.next());
            List<Row> rows = new ArrayList<>();
            line = 1;
            while (records.hasNext()) {
                CsvRecord next = records.next();
                line = next.getStartingLineNumber();
                if (next.getFieldCount() != header.size()) {
                    throw FacilityMalformed.at(
                            file,
                            line,
                            "there are %d cells, but the header has %d."
                                    .formatted(next.getFieldCount(), header.size()));
                }
                rows.add(new Row(line, List.copyOf(next.getFields())));
            }
            return new Table(file, header, List.copyOf(rows));
        } catch (CsvParseException e) {
            throw FacilityMalformed.at(file, line + 1, "this is not CSV (RFC 4180): %s".formatted(e.getMessage()));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw FacilityMalformed.at(file, line + 1, "here or soon after, this is not UTF-8.");
            }
            throw e.getCause();
        }
    }

    private static List<String> header(String file, CsvRecord first) {
        List<String> header = new ArrayList<>(first.getFields());
        // Spreadsheets like to begin a file with a byte order mark.
        header.set(0, header.getFirst().replaceFirst("^\uFEFF", ""));
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (column.isBlank() || !seen.add(column)) {
                throw FacilityMalformed.at(
                        file, 1, "the header has an empty or doubled column \"%s\".".formatted(column));
            }
        }
        return List.copyOf(header);
    }
}
