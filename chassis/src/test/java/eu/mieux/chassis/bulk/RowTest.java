package eu.mieux.chassis.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RowTest {

    private enum Colour {
        RED,
        GREEN
    }

    @Property(tries = 300)
    void whatever_stands_in_a_cell_no_reader_throws(@ForAll("texts") String text) {
        Row row = Pairs.row(text);
        row.text("value");
        row.required("value");
        row.key("value");
        row.list("value");
        row.date("value");
        row.requiredDate("value");
        row.integer("value", 0, 10);
        row.requiredInteger("value", 0, 10);
        row.decimal("value");
        row.requiredDecimal("value");
        row.oneOf("value", Colour.class);
        row.requiredOneOf("value", Colour.class);
        row.codes("value", "a"::equals, "a");
        row.requiredCode("value", "a"::equals, "a");
        row.matching("value", Pattern.compile("[a-z]+"), "Letters.");
        assertThat(row.errors()).allSatisfy(error -> {
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.column()).isEqualTo("value");
            assertThat(String.valueOf(error.value()))
                    .hasSizeLessThanOrEqualTo(201)
                    .doesNotContain("\0");
            assertThat(error.message()).isNotBlank();
            assertThat(error.remedy()).isNotBlank();
        });
    }

    @Property(tries = 300)
    void a_decimal_that_is_accepted_is_written_as_it_was_read(@ForAll("numbers") String text) {
        Row row = Pairs.row(text);
        BigDecimal number = row.decimal("value");
        if (row.errors().isEmpty()) {
            assertThat(number).isNotNull();
            assertThat(number.toPlainString()).isEqualTo(text);
        }
    }

    @Property(tries = 300)
    void a_whole_number_that_is_accepted_is_within_its_bounds_and_written_as_it_was_read(
            @ForAll("numbers") String text, @ForAll @IntRange(min = -100, max = 100) int bound) {
        Row row = Pairs.row(text);
        Integer number = row.integer("value", bound, bound + 50);
        if (row.errors().isEmpty()) {
            assertThat(number).isBetween(bound, bound + 50);
            assertThat(number).hasToString(text);
        }
    }

    @Property(tries = 200)
    void every_day_between_1900_and_2200_is_read_as_itself(@ForAll @IntRange(max = 109_937) int days) {
        LocalDate day = LocalDate.of(1900, 1, 1).plusDays(days);
        Row row = Pairs.row(day.toString());
        assertThat(row.date("value")).isEqualTo(day);
        assertThat(row.errors()).isEmpty();
    }

    @Property(tries = 100)
    void a_list_is_read_in_its_order(@ForAll("words") List<String> words) {
        assertThat(Pairs.row(String.join(";", words)).list("value")).isEqualTo(words);
    }

    @Example
    void days_that_do_not_exist_or_cannot_be_meant_are_impossible() {
        for (String text :
                List.of("2023-02-29", "2023-13-01", "2023-00-10", "0000-01-01", "1899-12-31", "9999-12-31")) {
            assertThat(codes(text, row -> row.date("value"))).as(text).isEqualTo("impossible-date");
        }
    }

    @Example
    void what_is_no_date_is_malformed() {
        for (String text :
                List.of("today", "2023-1-1", "01/02/2023", "2023-01-01T00:00", "٢٠٢٣-٠١-٠١", "-2023-01-01")) {
            assertThat(codes(text, row -> row.date("value"))).as(text).isEqualTo("malformed-value");
        }
    }

    @Example
    void what_is_no_number_is_malformed() {
        for (String text :
                List.of("1e3", "1,5", "007", "-0", "-0.00", "+1", ".5", "1.", "NaN", "٣", " 1", "9".repeat(21))) {
            assertThat(codes(text, row -> row.decimal("value"))).as(text).isEqualTo("malformed-value");
        }
    }

    @Example
    void what_is_no_number_and_what_is_a_number_of_the_wrong_size_are_told_apart() {
        assertThat(said("9".repeat(21), row -> row.decimal("value"))).endsWith(" is too large.");
        assertThat(said("-" + "9".repeat(21), row -> row.decimal("value"))).endsWith(" is too small.");
        assertThat(said("0." + "3".repeat(11), row -> row.decimal("value"))).endsWith(" has too many decimals.");
        assertThat(said("007", row -> row.decimal("value"))).isEqualTo("\"007\" has a zero or a sign too many.");
        assertThat(said("1e3", row -> row.decimal("value"))).isEqualTo("\"1e3\" is not a number.");

        assertThat(said("3000000000", row -> row.integer("value", 0, Integer.MAX_VALUE)))
                .isEqualTo("\"3000000000\" is too large.");
        assertThat(said("9".repeat(5000), row -> row.integer("value", 0, 10))).endsWith(" is too large.");
        assertThat(said("11", row -> row.integer("value", 0, 10))).isEqualTo("\"11\" is too large.");
        assertThat(said("-1", row -> row.integer("value", 0, 10))).isEqualTo("\"-1\" is too small.");
        assertThat(said("-99999999999", row -> row.integer("value", 0, 10))).endsWith(" is too small.");
        assertThat(said("07", row -> row.integer("value", 0, 10))).isEqualTo("\"07\" has a zero or a sign too many.");
        assertThat(said("1.5", row -> row.integer("value", 0, 10))).isEqualTo("\"1.5\" is not a whole number.");
    }

    @Example
    void a_key_is_made_of_what_an_address_can_bear() {
        for (String text : List.of(
                "k",
                "expert-0001",
                "2017-03",
                "ci_police.v2",
                "préfecture-de-l-est",
                "内政部",
                "k 11",
                "a:1",
                "a%2Fb",
                "a#b",
                "-k",
                "e\u0301",
                "v1.",
                "...")) {
            assertThat(codes(text, row -> row.key("value"))).as(text).isEmpty();
        }
        for (String text : List.of("k12/../x?", "  k 11 ", ".", "..", "a;b", "a\\b", "k\u200b", "a\tb", "\u00a0k")) {
            assertThat(codes(text, row -> row.key("value"))).as(text).isEqualTo("malformed-value");
        }
        assertThat(codes("", row -> row.key("value"))).isEqualTo("missing-value");
        assertThat(codes("k".repeat(200), row -> row.key("value"))).isEmpty();
        assertThat(codes("k".repeat(201), row -> row.key("value"))).isEqualTo("too-large");
    }

    @Example
    void an_unknown_code_is_told_the_known_ones() {
        Row row = Pairs.row("BLUE");
        assertThat(row.oneOf("value", Colour.class)).isNull();
        assertThat(row.errors().getFirst().code()).isEqualTo("unknown-code");
        assertThat(row.errors().getFirst().remedy()).isEqualTo("One of RED, GREEN.");
    }

    @Example
    void a_cell_that_is_too_large_is_one_fault_whatever_reads_it() {
        assertThat(codes("a;".repeat(5_000_000), row -> {
                    row.required("value");
                    row.requiredDate("value");
                    row.requiredInteger("value", 0, 1);
                    row.codes("value", "a"::equals, "a");
                }))
                .isEqualTo("too-large");
    }

    @Example
    void a_cell_with_the_nul_character_is_one_fault_whatever_reads_it() {
        assertThat(codes("a\0b", row -> row.requiredCode("value", "a"::equals, "a")))
                .isEqualTo("malformed-value");
    }

    @Example
    void an_empty_cell_is_unknown_unless_a_value_is_required() {
        assertThat(codes("", row -> row.text("value"))).isEmpty();
        assertThat(codes("", row -> row.required("value"))).isEqualTo("missing-value");
        assertThat(codes("   ", row -> row.required("value"))).isEqualTo("missing-value");
        assertThat(codes("\u202e\u200b", row -> row.required("value"))).isEqualTo("missing-value");
    }

    @Example
    void a_period_that_ends_before_it_starts_is_impossible() {
        assertThat(codes("2024-01-02", row -> row.ordered("key", "value", LocalDate.of(2024, 1, 3), row.date("value"))))
                .isEqualTo("impossible-date");
        assertThat(codes("2024-01-01", row -> row.ordered("key", "value", LocalDate.of(2024, 2, 3), row.date("value"))))
                .isEqualTo("impossible-date");
    }

    @Example
    void an_end_that_is_known_to_the_month_only_may_stand_on_the_first_of_the_month_of_the_start() {
        assertThat(codes("2024-01-01", row -> row.ordered("key", "value", LocalDate.of(2024, 1, 3), row.date("value"))))
                .isEmpty();
    }

    private static String codes(String text, java.util.function.Consumer<Row> reading) {
        Row row = Pairs.row(text);
        reading.accept(row);
        return row.errors().stream().map(RowError::code).collect(Collectors.joining(","));
    }

    private static String said(String text, java.util.function.Consumer<Row> reading) {
        Row row = Pairs.row(text);
        reading.accept(row);
        return row.errors().getFirst().message();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().withChars("0123456789-+.;eE \0\uFEFFa").ofMaxLength(12),
                Arbitraries.of("", " ", "2024-02-30", "RED", "a;a", "a".repeat(20_001)));
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings().withChars("0123456789-+.").ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings().alpha().ofMinLength(1).list().ofMinSize(1).ofMaxSize(6);
    }
}
