package eu.mieux.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void the_median_of_an_even_number_lies_between_the_middle_two() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void the_99th_percentile_leaves_one_in_a_hundred_above() {
        List<Double> sorted = java.util.stream.IntStream.rangeClosed(0, 100)
                .mapToObj(i -> (double) i)
                .toList();

        assertThat(Spread.percentile(sorted, 99)).isEqualTo(99);
    }

    @Test
    void a_ratio_is_taken_within_each_repetition() {
        // The machine was twice as slow the second time; the ratio is the same.
        assertThat(Spread.ofRatios(List.of(50.0, 25.0), List.of(100.0, 50.0))).isEqualTo(new Spread(0.5, 0.5, 0.5));
    }

    @Test
    void a_measurement_without_its_reference_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.ofRatios(List.of(1.0), List.of()));
    }
}
