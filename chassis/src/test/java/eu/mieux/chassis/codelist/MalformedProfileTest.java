package eu.mieux.chassis.codelist;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to break a profile that was thought of stops the start with a sentence that says where. */
class MalformedProfileTest {

    private static final String HEADER = "code,valid_from,valid_to,label_es,label_en\n";

    @TempDir
    Path folder;

    @BeforeEach
    void open_the_shop() {
        Profiles.shop(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CLOG,2020-02-30,,Zueco,Clog                                 | line 2, column valid_from: "2020-02-30" is no date; write YYYY-MM-DD.
            CLOG,,tomorrow,Zueco,Clog                                   | line 2, column valid_to: "tomorrow" is no date; write YYYY-MM-DD.
            CLOG,2020-02-02,2020-02-01,Zueco,Clog                       | line 2, column valid_to: it ends on 2020-02-01, before it begins on 2020-02-02.
            CLOG,,,Zueco,                                               | line 2, column label_en: a label may not be empty
            CLOG,,, Zueco,Clog                                          | line 2, column label_es: a label may not be empty or padded
            a b,,,Zueco,Clog                                            | line 2, column code: "a b" is no code
            CLOG,,,Zueco                                                | line 2: there are 4 cells, but the header has 5.
            CLOG,,2020-01-01,Zueco,Clog~CLOG,2020-01-01,,Z,C            | line 3, column valid_from: CLOG holds from the beginning to 2020-01-01 already
            """)
    void a_broken_row_is_named_by_file_line_and_column(String rows, String sentence) {
        Profiles.write(folder, "kinds.csv", HEADER + rows.replace('~', '\n') + "\n");
        refusedWith("kinds.csv, " + sentence);
    }

    @Test
    void the_line_is_right_after_a_label_of_two_lines() {
        Profiles.write(folder, "kinds.csv", HEADER + "BOOT,,,\"Bo\nta\",Boot\nSANDAL,x,,Sandalia,Sandal\n");
        refusedWith("kinds.csv, line 4, column valid_from");
    }

    @Test
    void a_header_that_lacks_a_language_is_named() {
        Profiles.write(folder, "kinds.csv", "code,valid_from,valid_to,label_en\nBOOT,,,Boot\n");
        refusedWith("kinds.csv, line 1: the header must begin with code,valid_from,valid_to,label_es,label_en.");
    }

    @Test
    void a_doubled_column_is_named() {
        Profiles.write(folder, "kinds.csv", "code,valid_from,valid_to,label_es,label_en,a,a\n");
        refusedWith("kinds.csv, line 1: the header has an empty or doubled column \"a\".");
    }

    @Test
    void an_empty_file_is_named() {
        Profiles.write(folder, "kinds.csv", "");
        refusedWith("kinds.csv, line 1: the file is empty");
    }

    @Test
    void a_file_in_another_encoding_is_named() {
        Profiles.write(folder, "kinds.csv", (HEADER + "BOOT,,,Botín,Boot\n").getBytes(StandardCharsets.ISO_8859_1));
        refusedWith("kinds.csv, line");
        refusedWith("this is not UTF-8");
    }

    @Test
    void a_quote_that_never_closes_is_named() {
        Profiles.write(folder, "kinds.csv", HEADER + "BOOT,,,\"Bota,Boot\n");
        refusedWith("kinds.csv, line 2");
    }

    @Test
    void a_reference_to_a_code_that_is_not_there_is_named() {
        Profiles.write(folder, "sizes.csv", "code,valid_from,valid_to,label,kind\nB-42,,,42,CLOG\n");
        refusedWith("sizes.csv, line 2, column kind: \"CLOG\" is no code of kinds.csv.");
    }

    @Test
    void a_pair_of_codes_that_are_not_there_is_named() {
        Profiles.write(folder, "kind-tariffs.csv", "kind,tariff,valid_from,valid_to\nBOOT,DUTY,,\n");
        refusedWith("kind-tariffs.csv, line 2, column tariff: \"DUTY\" is no code of tariffs.csv.");
    }

    @Test
    void a_list_of_pairs_must_say_what_it_pairs() {
        Profiles.write(folder, "kind-colours.csv", "kind,colour,valid_from,valid_to\n");
        refusedWith("kind-colours.csv, line 1, column kind: a list without codes pairs two others; "
                + "say which by reference.kind-colours.kind=<list> in facility.properties.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zone=America/Lima   | zone=Peru             | line 3: zone: "Peru" is no time zone
            zone=America/Lima   |                       | line 7: zone: is missing.
            languages=es,en     | languages=es,english  | line 4: languages: "english" is no ISO 639-1 code
            name=Shoes          | Shoes                 | line 2: "Shoes" is not of the form key=value.
            name=Shoes          | zone=UTC              | line 3: zone is said twice.
            sizes.kind=kinds    | sizes.kind=sorts      | line 5: reference.sizes.kind: there is no list sorts.csv.
            sizes.kind=kinds    | sizes.sort=kinds      | line 5: reference.sizes.sort: there is no such list and column
            """)
    void a_broken_property_is_named_by_line_and_key(String good, String bad, String sentence) {
        Profiles.write(folder, "facility.properties", Profiles.SHOP_PROPERTIES.replace(good, bad == null ? "" : bad));
        refusedWith("facility.properties, " + sentence);
    }

    @Test
    void a_folder_without_a_profile_is_named_with_the_variable_to_set(@TempDir Path empty) {
        assertThatThrownBy(() -> CodeLists.of(empty))
                .isInstanceOf(FacilityMalformed.class)
                .hasMessageContaining(empty.toString())
                .hasMessageContaining("MIEUX_FACILITY");
    }

    private void refusedWith(String sentence) {
        assertThatThrownBy(() -> CodeLists.of(folder))
                .isInstanceOf(FacilityMalformed.class)
                .hasMessageStartingWith("The facility profile is malformed: ")
                .hasMessageContaining(sentence);
    }
}
