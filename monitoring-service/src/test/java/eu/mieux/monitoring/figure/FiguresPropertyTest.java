package eu.mieux.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.monitoring.fact.TestFacts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for whatever portfolio there is. A failing seed repeats itself. */
class FiguresPropertyTest {

    private static final int PORTFOLIOS = 25;
    private static final int PAGE = 3;
    private static final BigDecimal HALF_A_METRE = new BigDecimal("0.0005");

    private static TestFacts facts;
    private static Figures figures;
    private static FigureRecords records;
    private static FigureCodes codes;

    @BeforeAll
    static void there_is_a_database() {
        facts = TestFacts.alone();
        codes = TestCodes.codes();
        figures = new Figures(facts.database(), new FigureCatalogue(codes), TestCodes.distances());
        records = new FigureRecords(facts.database(), TestCodes.distances());
    }

    static LongStream seeds() {
        return LongStream.range(0, PORTFOLIOS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_figure_is_what_a_naive_reading_of_the_records_gives(long seed) {
        Map<String, List<ObjectNode>> portfolio = RandomPortfolio.of(seed, codes);
        facts.forget();
        facts.learn(portfolio);
        for (int year = RandomPortfolio.FIRST_YEAR; year <= RandomPortfolio.LAST_YEAR + 1; year++) {
            Map<String, String> naive = NaiveFigures.of(portfolio, codes, year);
            Map<String, String> before = NaiveFigures.of(portfolio, codes, year - 1);
            Map<String, String> values = new LinkedHashMap<>();
            Map<String, String> previous = new LinkedHashMap<>();
            for (FigureValue figure : figures.of(year, Figures.LATEST)) {
                values.put(figure.id(), String.valueOf(figure.value()));
                previous.put(figure.id(), String.valueOf(figure.previous()));
            }
            assertThat(values).containsExactlyInAnyOrderEntriesOf(naive);
            assertThat(previous)
                    .allSatisfy((id, value) -> assertThat(value).as(id).isEqualTo(before.getOrDefault(id, "null")));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_records_behind_a_figure_add_up_to_it(long seed) {
        facts.forget();
        facts.learn(RandomPortfolio.of(seed, codes));
        int year = 2016;
        for (FigureValue value : figures.of(year, Figures.LATEST)) {
            Figure figure = figures.catalogue().find(value.id()).orElseThrow();
            List<ObjectNode> behind = pagesOf(figure, year);
            if (figure.measure() instanceof Measure.Median) {
                assertThat(median(behind)).as(value.id()).isEqualTo(value.value());
            } else if (figure.sources().contains(FigureSource.TRAVEL)) {
                assertThat(sum(behind, "quantity").subtract(value.numerator()).abs())
                        .as(value.id())
                        .isLessThanOrEqualTo(HALF_A_METRE.multiply(BigDecimal.valueOf(behind.size() + 1L)));
            } else {
                assertThat(sum(behind, "quantity")).as(value.id()).isEqualByComparingTo(value.numerator());
                if (value.denominator() != null) {
                    assertThat(sum(behind, "base")).as(value.id()).isEqualByComparingTo(value.denominator());
                }
            }
            assertThat(illustrativeShare(behind)).as(value.id()).isEqualTo(value.illustrativeShare());
        }
    }

    private static List<ObjectNode> pagesOf(Figure figure, int year) {
        List<ObjectNode> all = new ArrayList<>();
        FigureRecords.Place after = null;
        List<FigureRecords.Found> page;
        do {
            page = records.page(figure, year, Figures.LATEST, after, PAGE);
            for (FigureRecords.Found found : page) {
                all.add(found.fields());
                after = found.place();
            }
        } while (page.size() == PAGE);
        assertThat(all).doesNotHaveDuplicates();
        return all;
    }

    private static BigDecimal sum(List<ObjectNode> records, String field) {
        return records.stream().map(r -> r.path(field).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal median(List<ObjectNode> records) {
        List<Integer> days =
                records.stream().map(r -> r.path("days").asInt()).sorted().toList();
        int n = days.size();
        return n == 0 ? null : BigDecimal.valueOf(5L * (days.get((n - 1) / 2) + days.get(n / 2)), 1);
    }

    private static BigDecimal illustrativeShare(List<ObjectNode> records) {
        long illustrative =
                records.stream().filter(r -> r.path("illustrative").asBoolean()).count();
        return records.isEmpty()
                ? null
                : BigDecimal.valueOf(100 * illustrative)
                        .divide(BigDecimal.valueOf(records.size()), 1, java.math.RoundingMode.HALF_UP);
    }
}
