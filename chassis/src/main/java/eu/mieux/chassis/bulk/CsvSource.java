package eu.mieux.chassis.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CSV file read row by row (RFC 4180, UTF-8, header first); what it holds in memory does not grow with the file. */
final class CsvSource {

    private final Path path;
    private final PortfolioFile<?> file;
    private long bytesRead;

    CsvSource(Path path, PortfolioFile<?> file) {
        this.path = path;
        this.file = file;
    }

    long bytesRead() {
        return bytesRead;
    }

    /** Gives each well-formed row to one, each fault of the file's form to the other; a fault that hides what follows ends the reading. */
    void read(Consumer<Row> rows, Consumer<RowError> faults) throws IOException {
        long line = 1;
        try (CsvReader<CsvRecord> csv = reader()) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                faults.accept(wrongHeader(List.of()));
                return;
            }
            List<String> header = withoutBom(records.next().getFields());
            if (!header.equals(file.columns())) {
                faults.accept(wrongHeader(header));
                return;
            }
            while (records.hasNext()) {
                CsvRecord csvRecord = records.next();
                line = csvRecord.getStartingLineNumber();
                row(csvRecord, rows, faults);
            }
        } catch (CsvParseException e) {
            if (isCausedByEncoding(e)) {
                faults.accept(wrongEncoding());
            } else {
                faults.accept(malformed(line, e));
            }
        } catch (UncheckedIOException e) {
            if (!isCausedByEncoding(e)) {
                throw e.getCause();
            }
            faults.accept(wrongEncoding());
        }
    }

    private CsvReader<CsvRecord> reader() throws IOException {
        InputStream counted = new Counting(Files.newInputStream(path));
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(
                        counted,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private void row(CsvRecord csvRecord, Consumer<Row> rows, Consumer<RowError> faults) {
        List<String> columns = file.columns();
        if (csvRecord.getFieldCount() != columns.size()) {
            faults.accept(fault(
                    csvRecord.getStartingLineNumber(),
                    null,
                    RowError.MALFORMED_CSV,
                    "The row has %d cells.".formatted(csvRecord.getFieldCount()),
                    "%d cells, as the header has; a cell with a comma stands in quotes.".formatted(columns.size())));
            return;
        }
        Map<String, String> cells = HashMap.newHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), csvRecord.getField(i));
        }
        rows.accept(new Row(file.name(), csvRecord.getStartingLineNumber(), cells));
    }

    private static List<String> withoutBom(List<String> header) {
        return header.stream()
                .map(h -> h.startsWith("\uFEFF") ? h.substring(1) : h)
                .toList();
    }

    private RowError wrongHeader(List<String> header) {
        return fault(
                1,
                String.join(",", header),
                RowError.WRONG_HEADER,
                "The header is not that of %s.csv.".formatted(file.name()),
                String.join(",", file.columns()));
    }

    private RowError malformed(long lastGoodLine, CsvParseException e) {
        return fault(
                lastGoodLine + 1,
                null,
                RowError.MALFORMED_CSV,
                "From about this line on the file is not CSV: " + e.getMessage(),
                "A quote inside a quoted cell is doubled, and every quoted cell is closed.");
    }

    private RowError wrongEncoding() throws IOException {
        return fault(
                Utf8.firstBadLine(path),
                null,
                RowError.WRONG_ENCODING,
                "This line is not UTF-8.",
                "Save the file as UTF-8 and send it again.");
    }

    private RowError fault(long line, @Nullable String value, String code, String message, String remedy) {
        return new RowError(file.name() + ".csv", line, null, RowError.cut(value), code, message, remedy);
    }

    private static boolean isCausedByEncoding(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(new BufferedInputStream(in, 1 << 16));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            bytesRead += Math.max(read, 0);
            return read;
        }
    }
}
