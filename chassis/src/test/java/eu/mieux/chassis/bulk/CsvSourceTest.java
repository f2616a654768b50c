package eu.mieux.chassis.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class CsvSourceTest {

    private static Path file;

    @BeforeContainer
    static void create() throws IOException {
        file = Files.createTempFile("pairs", ".csv");
    }

    @AfterContainer
    static void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 200)
    void every_row_that_a_csv_writer_writes_is_read_as_it_was(@ForAll("tables") List<List<String>> table)
            throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(Pairs.COLUMNS);
            table.forEach(csv::writeRecord);
        }
        Read read = read(text.toString());
        assertThat(read.faults).isEmpty();
        assertThat(read.rows).isEqualTo(table);
        assertThat(read.bytes).isEqualTo(Files.size(file));
    }

    @Property(tries = 300)
    void whatever_the_bytes_are_they_are_read_or_refused_but_nothing_throws(@ForAll byte[] bytes) throws IOException {
        byte[] header = "key,value\n".getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[header.length + bytes.length];
        System.arraycopy(header, 0, all, 0, header.length);
        System.arraycopy(bytes, 0, all, header.length, bytes.length);
        Read read = read(all);
        if (!new String(all, StandardCharsets.UTF_8).contains("\uFFFD")) {
            assertThat(read.faults).noneMatch(fault -> fault.code().equals("wrong-encoding"));
        }
    }

    @Example
    void lines_are_numbered_from_the_header_and_a_row_begins_where_its_first_cell_does() throws IOException {
        Read read = read("key,value\r\na,\"one\r\ntwo\"\r\nb,x\r\n");
        assertThat(read.lines).containsExactly(2L, 4L);
    }

    @Example
    void a_byte_order_mark_is_no_part_of_the_header_be_it_quoted_or_not() throws IOException {
        assertThat(read("\uFEFFkey,value\na,b\n").rows).hasSize(1);
        assertThat(read("\uFEFF\"key\",\"value\"\na,b\n").rows).hasSize(1);
    }

    @Example
    void a_file_of_nothing_but_a_header_has_no_rows_and_no_faults() throws IOException {
        Read read = read("key,value\n");
        assertThat(read.rows).isEmpty();
        assertThat(read.faults).isEmpty();
    }

    @Example
    void another_header_is_told_the_right_one() throws IOException {
        for (String header : List.of("", "value,key\n", "key\n", "key;value\n", "key,value,more\n", "Key,Value\n")) {
            Read read = read(header + "a,b\n");
            assertThat(read.rows).as(header).isEmpty();
            assertThat(read.faults.getFirst().code()).isEqualTo("wrong-header");
            assertThat(read.faults.getFirst().remedy()).isEqualTo("key,value");
        }
    }

    @Example
    void a_row_with_too_few_or_too_many_cells_is_reported_and_the_others_are_read() throws IOException {
        Read read = read("key,value\na\nb,c,d\ne,f\n");
        assertThat(read.faults).extracting(RowError::line).containsExactly(2L, 3L);
        assertThat(read.faults).extracting(RowError::code).containsOnly("malformed-csv");
        assertThat(read.rows).containsExactly(List.of("e", "f"));
    }

    @Example
    void another_encoding_is_named_with_its_first_line() throws IOException {
        Read read = read("key,value\na,b\nc,caf\u00e9\nd,e\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read.faults).extracting(RowError::code).containsExactly("wrong-encoding");
        assertThat(read.faults).extracting(RowError::line).containsExactly(3L);
        assertThat(read("key,value\na,b\n".getBytes(StandardCharsets.UTF_16)).faults)
                .extracting(RowError::code)
                .containsExactly("wrong-encoding");
    }

    @Example
    void a_character_cut_off_at_the_end_is_a_wrong_encoding_too() throws IOException {
        byte[] whole = "key,value\na,b\nc,\u00e9".getBytes(StandardCharsets.UTF_8);
        Read read = read(java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThat(read.faults).extracting(RowError::code).containsExactly("wrong-encoding");
        assertThat(read.faults).extracting(RowError::line).containsExactly(3L);
    }

    @Example
    void a_quote_that_is_never_closed_is_reported_where_it_stands() throws IOException {
        Read read = read("key,value\na,b\nc,\"d\ne,f\ng,h\n");
        assertThat(read.rows).containsExactly(List.of("a", "b"));
        assertThat(read.faults).extracting(RowError::code).containsExactly("malformed-csv");
        assertThat(read.faults).extracting(RowError::line).containsExactly(3L);
    }

    @Example
    void text_after_a_closing_quote_is_reported() throws IOException {
        Read read = read("key,value\na,\"b\"c\nd,e\n");
        assertThat(read.faults).extracting(RowError::code).containsExactly("malformed-csv");
    }

    @Example
    void a_cell_of_ten_megabytes_is_one_bad_cell_and_the_rows_after_it_are_read() throws IOException {
        Read read = read("key,value\na," + "x".repeat(10_000_000) + "\nb,c\n");
        assertThat(read.faults).isEmpty();
        assertThat(read.cellFaults).extracting(RowError::code).containsExactly("too-large");
        assertThat(read.lines).containsExactly(2L, 3L);
    }

    @Example
    void a_cell_beyond_all_measure_ends_the_reading() throws IOException {
        Read read = read("key,value\na," + "x".repeat(17_000_000) + "\nb,c\n");
        assertThat(read.faults).extracting(RowError::code).containsExactly("too-large");
    }

    /** What came of a reading. */
    private static final class Read implements CsvSource.Reader {
        final List<List<String>> rows = new ArrayList<>();
        final List<Long> lines = new ArrayList<>();
        final List<RowError> faults = new ArrayList<>();
        final List<RowError> cellFaults = new ArrayList<>();
        long bytes;

        @Override
        public void row(Row row) {
            rows.add(List.of(String.valueOf(row.text("key")), String.valueOf(row.text("value"))));
            lines.add(row.line());
            cellFaults.addAll(row.errors());
        }

        @Override
        public void badRow(RowError fault) {
            faults.add(fault);
        }

        @Override
        public void unreadable(RowError fault) {
            faults.add(fault);
        }
    }

    private static Read read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Read read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Read read = new Read();
        CsvSource source = new CsvSource(file, new Pairs());
        source.read(read);
        read.bytes = source.bytesRead();
        return read;
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells = Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("ab,\";\n\r\té漢 ")
                        .ofMinLength(1)
                        .ofMaxLength(8),
                Arbitraries.strings()
                        .ofMinLength(1)
                        .ofMaxLength(10)
                        .filter(s -> s.indexOf('\0') < 0
                                && StandardCharsets.UTF_8.newEncoder().canEncode(s)));
        return cells.list().ofSize(2).list().ofMaxSize(8);
    }
}
