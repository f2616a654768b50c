package eu.mieux.preimplementation.naming;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.testing.RealSuite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is pointed out among the 178 authorities of the history; looked at one by one when this was written. */
class NamesOfTheHistoryTest {

    private static final InstitutionNames NAMES =
            InstitutionNames.of(CodeLists.of(RealSuite.root().resolve("deploy/facility/mieux")));

    private static final List<Known> HISTORY =
            history(RealSuite.root().resolve("deploy/portfolio/mieux-2009-2024/authorities.csv"));

    /** An authority of the history; no country is null. */
    record Known(String name, String country) {}

    /** Where a slip of the pen is made. */
    record Misspelt(Known known, String name) {}

    @Test
    void what_is_pointed_out_in_the_history_is_worth_a_look_and_it_is_little() {
        List<String> pointedOut = new ArrayList<>();
        for (int i = 0; i < HISTORY.size(); i++) {
            for (Known other : HISTORY.subList(i + 1, HISTORY.size())) {
                Known one = HISTORY.get(i);
                if (one.country().equals(other.country()) && alike(one.name(), other.name(), one.country())) {
                    pointedOut.add("%s: %s = %s".formatted(one.country(), one.name(), other.name()));
                }
            }
        }
        assertThat(HISTORY).hasSize(178);
        assertThat(pointedOut)
                .containsExactly(
                        "AZ: Ministry of Interior, Azerbaijan = Ministry of Internal Affairs",
                        "CR: General Directorate of Migration and Foreigners (DGME)"
                                + " = General Directorate of Migration and Foreigners (DGME),"
                                + " Directorate for Integration and Human Development",
                        "NE: Ministry of Interior = Ministry of Interior, Niger",
                        "PH: Department of Labor and Employment / Philippine Overseas Employment Administration"
                                + " = Philippine Overseas Employment Administration (POEA)",
                        "TG: Ministry of Development Planning = Ministry of Planning, Development and Land Use (Togo)");
    }

    /** What each could be short for, in whatever language, and nothing else of what a country has. */
    @Test
    void an_abbreviation_means_little_of_the_history() {
        List<String> meant = new ArrayList<>();
        for (String abbreviation : List.of(
                "APCI", "DGI", "DGME", "DGM", "DOS", "DPU", "GIS", "INE", "INM", "IRIC", "NIS", "OFII", "POEA", "SEF",
                "SME", "SNM")) {
            HISTORY.stream()
                    .filter(known -> alike(abbreviation, known.name(), known.country()))
                    .forEach(known -> meant.add("%s: %s, %s".formatted(abbreviation, known.country(), known.name())));
        }
        assertThat(meant)
                .containsExactly(
                        "APCI: PE, Peruvian Agency for International Cooperation, Ministry of Foreign Affairs",
                        "DGI: CV, General Directorate of Immigration (DGI)",
                        "DGI: DO, General Directorate of Migration, Ministry of Interior and Police",
                        "DGME: CR, General Directorate of Migration and Foreigners (DGME)",
                        "DGME: CR, General Directorate of Migration and Foreigners (DGME),"
                                + " Directorate for Integration and Human Development",
                        "DGM: CV, General Directorate of Immigration (DGI)",
                        "DGM: DO, General Directorate of Migration, Ministry of Interior and Police",
                        "DOS: JO, Department of Statistics",
                        "DPU: BR, Federal Public Defender's Office (DPU)",
                        "GIS: GH, Ghana Immigration Service",
                        "INM: DO, National Institute for Migration (INM)",
                        "INM: MX, National Institute of Migration (INM)",
                        "IRIC: CM, International Relations Institute of Cameroon (IRIC)",
                        "NIS: DO, National School for Migration",
                        "NIS: NG, Nigeria Immigration Service",
                        "POEA: PH, Philippine Overseas Employment Administration (POEA)",
                        "SNM: NG, Nigeria Immigration Service");
    }

    /** As a partner may write it who does not know that it is there. */
    @Property
    void a_ministry_of_the_interior_is_found_in_five_languages(
            @ForAll("interior") Known ministry, @ForAll("inAnotherLanguage") String name) {
        assertThat(alike(ministry.name(), name, ministry.country()))
                .as("%s as %s", ministry.name(), name)
                .isTrue();
    }

    @Property
    void and_is_not_taken_for_another_ministry_in_any(
            @ForAll("interior") Known ministry, @ForAll("anotherMinistry") String name) {
        assertThat(alike(ministry.name(), name, ministry.country()))
                .as("%s as %s", ministry.name(), name)
                .isFalse();
    }

    @Property
    void every_name_is_found_again_whatever_its_capitals_accents_and_punctuation(@ForAll("known") Known known) {
        String shouted = Words.folded(known.name()).toUpperCase(Locale.ROOT).replaceAll("[,()/'’.-]", " ");
        assertThat(alike(known.name(), known.name(), known.country())).isTrue();
        assertThat(alike(known.name(), shouted, known.country()))
                .as("%s as %s", known.name(), shouted)
                .isTrue();
    }

    @Property
    void a_slip_of_the_pen_in_a_long_word_hides_nothing(@ForAll("misspelt") Misspelt slip) {
        assertThat(alike(slip.known().name(), slip.name(), slip.known().country()))
                .as("%s as %s", slip.known().name(), slip.name())
                .isTrue();
    }

    @Property
    void to_compare_is_the_same_both_ways(@ForAll("known") Known one, @ForAll("known") Known other) {
        assertThat(alike(one.name(), other.name(), one.country()))
                .isEqualTo(alike(other.name(), one.name(), one.country()));
    }

    @Provide
    Arbitrary<Known> known() {
        return Arbitraries.of(HISTORY);
    }

    @Provide
    Arbitrary<Known> interior() {
        return Arbitraries.of(HISTORY.stream()
                .filter(known -> known.name().startsWith("Ministry of Interior, "))
                .toList());
    }

    @Provide
    Arbitrary<String> inAnotherLanguage() {
        return Arbitraries.of(
                "Ministry of Home Affairs",
                "Ministère de l'Intérieur",
                "Ministère de l'Intérieur et de la Sécurité",
                "Ministerio del Interior",
                "Ministerio de Gobernación",
                "Ministério do Interior",
                "Ministério da Administração Interna",
                "وزارة الداخلية",
                "وزاره الداخليه",
                "وزارة الشؤون الداخلية",
                "وزارة الداخلية والأمن",
                "MININT",
                "MAI");
    }

    @Provide
    Arbitrary<String> anotherMinistry() {
        return Arbitraries.of(
                "Ministère de la Justice",
                "Ministerio de Relaciones Exteriores",
                "Ministério dos Negócios Estrangeiros",
                "Ministério da Saúde",
                "وزارة العدل",
                "وزارة الخارجية",
                "وزارة العمل",
                "MNE",
                "APCI");
    }

    /** One letter inside of the longest word is lost. */
    @Provide
    Arbitrary<Misspelt> misspelt() {
        return Combinators.combine(known(), Arbitraries.integers().between(2, 5))
                .as((known, at) -> {
                    String longest = Stream.of(known.name().split("[^\\p{L}]+", -1))
                            .max((a, b) -> Integer.compare(a.length(), b.length()))
                            .orElseThrow();
                    String slipped =
                            longest.length() < 8 ? longest : longest.substring(0, at) + longest.substring(at + 1);
                    return new Misspelt(known, known.name().replace(longest, slipped));
                });
    }

    private static boolean alike(String one, String other, String country) {
        return NAMES.compare(one, other, country.isEmpty() ? null : country).isPresent();
    }

    private static List<Known> history(Path file) {
        List<Known> known = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> known.add(new Known(row.getField("name"), row.getField("country"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
