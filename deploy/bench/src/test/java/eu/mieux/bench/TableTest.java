package eu.mieux.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Row LISTING = new Row.Title("Listing", "/s", "pgbench")
            .moreIsBetter(List.of(2000.0, 2400.0), List.of(8000.0, 8000.0))
            .ratioAtLeast(0.30);

    @Test
    void a_row_that_misses_its_aim_says_so() {
        assertThat(new Table("here", List.of(LISTING)).markdown())
                .contains(
                        "| Listing | 2,200 /s (2,000 – 2,400) | pgbench: 8,000 /s (8,000 – 8,000) | **27.5 %** (25 – 30) | ≥ 30 % of the reference | **falls short** |");
    }

    @Test
    void where_less_is_better_the_ratio_is_upside_down() {
        Row start = new Row.Title("Ready", "s", "alone")
                .lessIsBetter(List.of(8.0), List.of(2.0))
                .atMost(10);

        assertThat(start.ratio().median()).isEqualTo(0.25);
        assertThat(new Table("here", List.of(start)).csv())
                .endsWith(
                        "\"Ready\",s,8.0000,8.0000,8.0000,\"alone\",2.0000,2.0000,2.0000,0.2500,0.2500,0.2500,\"≤ 10 s\",true\n");
    }

    @Test
    void a_row_without_an_aim_leaves_its_cells_empty() {
        Row row = new Row.Title("Importing", "rows/s", "COPY").moreIsBetter(List.of(1.0), List.of(10.0));

        assertThat(new Table("here", List.of(row)).markdown()).endsWith("| **10 %** (10 – 10) |  |  |\n");
    }
}
