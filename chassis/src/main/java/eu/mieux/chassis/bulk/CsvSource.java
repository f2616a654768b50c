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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A CSV file read row by row (RFC 4180, UTF-8, header first); what it holds in memory does not grow with the file. */
final class CsvSource {

    /** In characters: room for a cell of 10 MB, which is refused as a cell and not as a file. */
    private static final int LONGEST_RECORD = 16 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

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

    /** Takes what is read. */
    interface Reader {

        void row(Row row);

        /** A row that has not the form of a row; reading goes on. */
        void badRow(RowError fault);

        /** A fault that hides what follows; nothing comes after it. */
        void unreadable(RowError fault);
    }

    void read(Reader reader) throws IOException {
        long line = 1;
        try (CsvReader<CsvRecord> csv = open()) {
            Iterator<CsvRecord> records = csv.iterator();
            List<String> header = records.hasNext() ? records.next().getFields() : List.of();
            if (!header.equals(file.columns())) {
                reader.unreadable(wrongHeader(header));
                return;
            }
            while (records.hasNext()) {
                CsvRecord csvRecord = records.next();
                line = csvRecord.getStartingLineNumber();
                row(csvRecord, reader);
            }
        } catch (CsvParseException e) {
            reader.unreadable(isCausedByEncoding(e) ? wrongEncoding() : malformed(line, e));
        } catch (UncheckedIOException e) {
            if (!isCausedByEncoding(e)) {
                throw e.getCause();
            }
            reader.unreadable(wrongEncoding());
        }
    }

    private CsvReader<CsvRecord> open() throws IOException {
        InputStream counted = new Counting(withoutByteOrderMark(Files.newInputStream(path)));
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(new InputStreamReader(
                        counted,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private void row(CsvRecord csvRecord, Reader reader) {
        List<String> columns = file.columns();
        if (csvRecord.getFieldCount() != columns.size()) {
            reader.badRow(fault(
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
        reader.row(new Row(file.name(), csvRecord.getStartingLineNumber(), cells));
    }

    /** Spreadsheets write one; it would become part of the first column's name, before its quotes even. */
    private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(buffered.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            buffered.reset();
        }
        return buffered;
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
        if (String.valueOf(e.getMessage()).contains("maximum buffer size")) {
            return fault(
                    lastGoodLine + 1,
                    null,
                    RowError.TOO_LARGE,
                    "From about this line on the file cannot be read: a single cell is larger than %,d characters."
                            .formatted(LONGEST_RECORD),
                    "If no cell is meant to be so long, a quote was opened and never closed.");
        }
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
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            bytesRead += Math.max(read, 0);
            return read;
        }
    }
}
