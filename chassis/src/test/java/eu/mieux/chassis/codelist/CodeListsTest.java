package eu.mieux.chassis.codelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.chassis.http.Cursor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeListsTest {

    private static final LocalDate IN_2019 = LocalDate.of(2019, 12, 31);
    private static final LocalDate IN_2020 = LocalDate.of(2020, 1, 1);
    private static final Locale SPANISH = Locale.of("es");

    @TempDir
    Path folder;

    private CodeLists lists;

    @BeforeEach
    void open_the_shop() {
        lists = CodeLists.of(Profiles.shop(folder));
    }

    @Test
    void the_profile_says_who_the_facility_is() {
        assertThat(lists.facility().name()).isEqualTo("Shoes");
        assertThat(lists.facility().zone()).isEqualTo(ZoneId.of("America/Lima"));
        assertThat(lists.facility().defaultLanguage()).isEqualTo(SPANISH);
    }

    @Test
    void a_code_is_found_as_it_was_on_a_day() {
        CodeList tariffs = lists.list("tariffs");
        assertThat(tariffs.find("VAT", IN_2019).orElseThrow().number("percent")).isEqualByComparingTo("18");
        assertThat(tariffs.find("VAT", IN_2020).orElseThrow().number("percent")).isEqualByComparingTo("19.5");
    }

    @Test
    void a_code_exists_on_the_days_of_its_validity_only() {
        CodeList kinds = lists.list("kinds");
        assertThat(kinds.contains("SANDAL")).isTrue();
        assertThat(kinds.contains("SANDAL", IN_2019)).isFalse();
        assertThat(kinds.contains("SANDAL", IN_2020)).isTrue();
        assertThat(kinds.on(IN_2019)).extracting(Code::code).containsExactly("BOOT");
    }

    @Test
    void without_a_day_the_latest_row_speaks() {
        assertThat(lists.list("tariffs").find("VAT").orElseThrow().label(Locale.ENGLISH))
                .isEqualTo("General VAT");
    }

    @Test
    void a_label_in_a_language_that_is_lacking_is_the_first_language_s() {
        Code boot = lists.list("kinds").find("BOOT").orElseThrow();
        assertThat(boot.label(Locale.ENGLISH)).isEqualTo("Boot");
        assertThat(boot.label(Locale.UK)).isEqualTo("Boot");
        assertThat(boot.label(Locale.GERMAN)).isEqualTo("Bota");
    }

    @Test
    void a_proper_name_is_the_same_in_every_language() {
        Code size = lists.list("sizes").find("B-42").orElseThrow();
        assertThat(size.label(Locale.ENGLISH)).isEqualTo("42");
    }

    @Test
    void rows_are_found_by_attribute() {
        assertThat(lists.list("sizes").where("kind", "BOOT"))
                .extracting(Code::code)
                .containsExactly("B-42");
        assertThat(lists.list("sizes").where("kind", "CLOG")).isEmpty();
    }

    @Test
    void pairs_have_both_ends_as_attributes_and_a_label_made_of_both() {
        Code pair = lists.list("kind-tariffs").where("kind", "BOOT", IN_2020).getFirst();
        assertThat(pair.code()).isEqualTo("BOOT:VAT");
        assertThat(pair.required("tariff")).isEqualTo("VAT");
        assertThat(pair.required("source")).isEqualTo("Law 2");
        assertThat(pair.label(Locale.ENGLISH)).isEqualTo("Boot – General VAT");
    }

    @Test
    void a_pair_of_the_past_is_labelled_as_its_ends_were_called_then() {
        Code pair = lists.list("kind-tariffs").where("kind", "BOOT", IN_2019).getFirst();
        assertThat(pair.label(SPANISH)).isEqualTo("Bota – IVA");
    }

    @Test
    void the_best_of_the_accepted_languages_is_chosen() {
        assertThat(lists.facility().language("de;q=0.9, en-GB;q=0.8, es;q=0.1")).isEqualTo(Locale.ENGLISH);
        assertThat(lists.facility().language("de")).isEqualTo(SPANISH);
        assertThat(lists.facility().language("*")).isEqualTo(SPANISH);
        assertThat(lists.facility().language(";;q=nonsense")).isEqualTo(SPANISH);
        assertThat(lists.facility().language(null)).isEqualTo(SPANISH);
    }

    @Test
    void a_page_goes_on_where_the_last_one_ended_even_between_two_rows_of_one_code() {
        CodeList tariffs = lists.list("tariffs");
        Cursor afterFirst = tariffs.rows().getFirst().cursor();
        assertThat(tariffs.after(Cursor.of(afterFirst.toString())))
                .containsExactly(tariffs.rows().getLast());
        assertThat(tariffs.after(Cursor.of(null))).isEqualTo(tariffs.rows());
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        Cursor foreign = lists.list("kinds").rows().getFirst().cursor();
        assertThatThrownBy(() -> lists.list("tariffs").after(foreign)).hasMessageContaining("cursor");
    }

    @Test
    void a_file_may_begin_with_a_byte_order_mark() {
        Profiles.write(folder, "colours.csv", "\uFEFFcode,valid_from,valid_to,label\nRED,,,Red\n");
        assertThat(CodeLists.of(folder).list("colours").contains("RED")).isTrue();
    }

    @Test
    void the_fingerprint_changes_with_the_profile() {
        String before = lists.fingerprint();
        assertThat(CodeLists.of(folder).fingerprint()).isEqualTo(before);
        Profiles.write(folder, "colours.csv", "code,valid_from,valid_to,label\nRED,,,Red\n");
        assertThat(CodeLists.of(folder).fingerprint()).isNotEqualTo(before);
    }
}
