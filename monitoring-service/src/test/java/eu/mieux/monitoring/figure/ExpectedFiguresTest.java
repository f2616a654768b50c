package eu.mieux.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.monitoring.fact.CsvPortfolio;
import eu.mieux.monitoring.fact.TestFacts;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ExpectedFiguresTest {

    private static Figures figures;

    @BeforeAll
    static void the_facility_s_history_is_known() {
        TestFacts facts = TestFacts.alone();
        facts.learn(CsvPortfolio.read(CsvPortfolio.mieux()));
        figures = new Figures(facts.database(), new FigureCatalogue(TestCodes.codes()), TestCodes.distances());
    }

    @TestFactory
    Stream<DynamicTest> every_printed_figure_is_computed_as_the_ledger_says() {
        return CsvPortfolio.rows(CsvPortfolio.mieux().resolve("expected-figures.csv")).stream()
                .map(row -> DynamicTest.dynamicTest(row.get("figure") + " " + row.get("year"), () -> check(row)));
    }

    private static void check(Map<String, String> expected) {
        int year = Integer.parseInt(expected.get("year"));
        String computed = figures.catalogue()
                .find(expected.get("figure"))
                .map(figure ->
                        String.valueOf(figures.of(figure, year, Figures.LATEST).value()))
                .orElse("");
        assertThat(computed).isEqualTo(expected.get("computed"));
    }
}
