package eu.mieux.preimplementation.difference;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mieux.preimplementation.content.ContentJson;
import eu.mieux.preimplementation.content.Contents;
import eu.mieux.preimplementation.content.FicheContent;
import eu.mieux.preimplementation.content.Section;
import eu.mieux.preimplementation.difference.Change.Fate;
import eu.mieux.preimplementation.difference.Change.Kind;
import eu.mieux.preimplementation.difference.Change.Piece;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Provide
    Arbitrary<FicheContent> contents() {
        return Contents.any();
    }

    @Property
    void two_contents_differ_in_the_sections_in_which_they_are_not_the_same(
            @ForAll("contents") FicheContent before, @ForAll("contents") FicheContent after) {
        List<Section> told = Difference.between(1, before, 2, after).sections().stream()
                .map(Difference.InSection::section)
                .toList();
        for (Section section : Section.values()) {
            assertThat(told.contains(section))
                    .as("%s", section)
                    .isEqualTo(!section.of(ContentJson.tree(before)).equals(section.of(ContentJson.tree(after))));
        }
    }

    @Property
    void the_pieces_of_a_text_make_up_both_texts(@ForAll String before, @ForAll String after) {
        List<Piece> pieces = TextDifference.of(before, after);
        assertThat(without(pieces, Fate.ADDED)).isEqualTo(before);
        assertThat(without(pieces, Fate.REMOVED)).isEqualTo(after);
    }

    @Property
    void what_is_new_one_way_round_is_gone_the_other(
            @ForAll("contents") FicheContent before, @ForAll("contents") FicheContent after) {
        assertThat(count(before, after, Kind.ADDED)).isEqualTo(count(after, before, Kind.REMOVED));
    }

    @Test
    void a_word_is_told_in_its_line() {
        assertThat(TextDifference.of(
                        "The police has ten laboratories.\nIt is old.", "The police has two laboratories.\nIt is old."))
                .containsExactly(
                        new Piece(Fate.KEPT, "The police has "),
                        new Piece(Fate.REMOVED, "ten "),
                        new Piece(Fate.ADDED, "two "),
                        new Piece(Fate.KEPT, "laboratories.\nIt is old."));
    }

    @Test
    void an_activity_is_known_by_its_number_wherever_it_stands() throws Exception {
        assertThat(changes("""
                        {"activities": [{"number": 1, "title": "Training", "days": 5}, {"number": 2, "title": "Visit"}]}""", """
                        {"activities": [{"number": 2, "title": "Visit"}, {"number": 1, "title": "Training", "days": 6}]}"""))
                .extracting(Change::kind, Change::pointer, Change::item, Change::field, Change::before, Change::after)
                .containsExactly(
                        tuple(Kind.MOVED, "/activities/1", "1", null, "1", "2"),
                        tuple(Kind.CHANGED, "/activities/1/days", "1", "days", "5", "6"));
    }

    private static String risks(String... likelihoods) {
        return Arrays.stream(likelihoods)
                .map("{\"description\": \"Strikes\", \"likelihood\": \"%s\"}"::formatted)
                .collect(joining(",", "{\"risks\": [", "]}"));
    }

    @Test
    void of_rows_called_the_same_those_are_told_to_have_moved_that_bear_another_number() throws Exception {
        assertThat(changes(risks("LOW", "MEDIUM", "HIGH"), risks("HIGH", "MEDIUM", "LOW")))
                .extracting(Change::kind, Change::pointer, Change::before, Change::after)
                .containsExactly(tuple(Kind.MOVED, "/risks/0", "3", "1"), tuple(Kind.MOVED, "/risks/2", "1", "3"));
        assertThat(changes(risks("LOW", "LOW", "HIGH"), risks("HIGH", "LOW", "LOW")))
                .extracting(Change::kind, Change::pointer, Change::before, Change::after)
                .containsExactly(tuple(Kind.MOVED, "/risks/0", "3", "1"));
        assertThat(changes(risks("LOW", "MEDIUM", "LOW"), risks("HIGH", "MEDIUM", "LOW")))
                .extracting(Change::kind, Change::pointer, Change::before, Change::after)
                .containsExactly(tuple(Kind.CHANGED, "/risks/0/likelihood", "LOW", "HIGH"));
    }

    @Property
    void nothing_is_told_to_have_moved_to_where_it_was(
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> before,
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> after)
            throws Exception {
        assertThat(changes(
                        risks(before.stream().map(String::valueOf).toArray(String[]::new)),
                        risks(after.stream().map(String::valueOf).toArray(String[]::new))))
                .filteredOn(change -> change.kind() == Kind.MOVED)
                .noneMatch(change -> Objects.equals(change.before(), change.after()));
    }

    @ParameterizedTest
    @CsvSource({
        "警察有十个实验室。它们很旧。, 警察有两个实验室。它们很旧。, 十, 两",
        "ตำรวจมีห้องปฏิบัติการสิบแห่ง, ตำรวจมีห้องปฏิบัติการสองแห่ง, ิบ, อง",
        "ຕຳຫຼວດມີຫ້ອງທົດລອງສິບແຫ່ງ, ຕຳຫຼວດມີຫ້ອງທົດລອງສອງແຫ່ງ, ິບ, ອງ",
        "ប៉ូលិសមានបន្ទប់ដប់, ប៉ូលិសមានបន្ទប់ពីរ, ដប់, ពីរ"
    })
    void where_words_have_no_blanks_between_them_a_small_run_is_told(
            String before, String after, String removed, String added) throws Exception {
        List<Piece> pieces = changes(
                        "{\"objective\": \"%s\"}".formatted(before), "{\"objective\": \"%s\"}".formatted(after))
                .getFirst()
                .text();
        assertThat(without(pieces, Fate.ADDED)).isEqualTo(before);
        assertThat(without(pieces, Fate.REMOVED)).isEqualTo(after);
        assertThat(pieces)
                .filteredOn(piece -> piece.fate() != Fate.KEPT)
                .allSatisfy(piece -> assertThat(piece.text().length()).isLessThan(5));
        assertThat(pieces.stream()
                        .filter(piece -> piece.fate() == Fate.REMOVED)
                        .map(Piece::text)
                        .collect(joining()))
                .contains(removed);
        assertThat(pieces.stream()
                        .filter(piece -> piece.fate() == Fate.ADDED)
                        .map(Piece::text)
                        .collect(joining()))
                .contains(added);
    }

    @Test
    void one_letter_in_a_long_chinese_paragraph_is_told_alone() {
        String before = "警察有十个实验室。".repeat(2_000);
        String after = before.substring(0, 9_000) + "新" + before.substring(9_000);
        assertThat(TextDifference.of(before, after))
                .filteredOn(piece -> piece.fate() != Fate.KEPT)
                .containsExactly(new Piece(Fate.ADDED, "新"));
    }

    @Test
    void a_statement_in_other_words_is_the_same_statement_in_other_words() throws Exception {
        List<Change> changes = changes("""
                        {"outcomes": [{"statement": "Officers recognise most forged documents", "outputs": [{"statement": "A handbook"}]}]}""", """
                        {"outcomes": [{"statement": "Borders are open", "outputs": []},
                                      {"statement": "Officers recognise all forged documents", "outputs": [{"statement": "A handbook"}]}]}""");
        assertThat(changes)
                .extracting(Change::kind, Change::pointer, Change::field)
                .containsExactly(
                        tuple(Kind.ADDED, "/outcomes/0", null),
                        tuple(Kind.ADDED, "/outcomes/0/statement", "statement"),
                        tuple(Kind.CHANGED, "/outcomes/1/statement", "statement"));
        assertThat(changes.getLast().text()).contains(new Piece(Fate.REMOVED, "most "), new Piece(Fate.ADDED, "all "));
    }

    @Test
    void a_line_that_is_gone_is_told_with_what_it_said() throws Exception {
        assertThat(changes("""
                        {"budget": [{"label": "Flights", "amount": "10"}, {"label": "Flights", "amount": "20"}]}""", """
                        {"budget": [{"label": "Flights", "amount": "20"}]}"""))
                .extracting(Change::kind, Change::pointer, Change::field, Change::before)
                .containsExactly(
                        tuple(Kind.REMOVED, "/budget/0", null, null),
                        tuple(Kind.REMOVED, "/budget/0/label", "label", "Flights"),
                        tuple(Kind.REMOVED, "/budget/0/amount", "amount", "10"));
    }

    @Test
    void the_longest_texts_that_have_nothing_in_common_are_compared_in_time() {
        String one = IntStream.range(0, 10_000).mapToObj(_ -> "a ").collect(joining());
        String other = IntStream.range(0, 4_000).mapToObj(i -> i + " ").collect(joining());
        String lines = IntStream.range(0, 10_000).mapToObj(_ -> "b\n").collect(joining());
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> {
            assertThat(without(TextDifference.of(one, other), Fate.REMOVED)).isEqualTo(other);
            assertThat(without(TextDifference.of(one, lines), Fate.REMOVED)).isEqualTo(lines);
            assertThat(without(TextDifference.of(other, other.replace("1", "x")), Fate.ADDED))
                    .isEqualTo(other);
        });
    }

    private static List<Change> changes(String before, String after) throws Exception {
        JsonNode was = JSON.readTree(before);
        JsonNode is = JSON.readTree(after);
        return Comparing.compare(was, is);
    }

    private static long count(FicheContent before, FicheContent after, Kind kind) {
        return Difference.between(1, before, 2, after).sections().stream()
                .flatMap(section -> section.changes().stream())
                .filter(change -> change.kind() == kind)
                .count();
    }

    private static String without(List<Piece> pieces, Fate fate) {
        return pieces.stream()
                .filter(piece -> piece.fate() != fate)
                .map(Piece::text)
                .collect(joining());
    }
}
