package eu.mieux.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void a_half_goes_up_and_away_from_zero() {
        assertThat(Rounding.ONE_DECIMAL.show(fraction("1").percentOf(fraction("16"))))
                .hasToString("6.3");
        assertThat(Rounding.ONE_DECIMAL.show(fraction("15").percentChangeFrom(fraction("16"))))
                .hasToString("-6.3");
        assertThat(Rounding.INTEGER.show(fraction("0.5"))).hasToString("1");
        assertThat(Rounding.INTEGER.show(fraction("-0.5"))).hasToString("-1");
    }

    @Test
    void thirds_are_exact_until_they_are_shown() {
        Fraction third = fraction("1").over(fraction("3"));
        assertThat(third.over(third)).isEqualTo(fraction("1"));
        assertThat(Rounding.ONE_DECIMAL.show(fraction("2").percentOf(fraction("3"))))
                .hasToString("66.7");
    }

    @Test
    void what_was_recorded_is_shown_without_idle_zeros() {
        assertThat(Rounding.NONE.show(fraction("3750"))).hasToString("3750");
        assertThat(Rounding.NONE.show(fraction("12.250"))).hasToString("12.25");
        assertThat(Rounding.NONE.show(fraction("0.00"))).hasToString("0");
    }

    @Test
    void there_is_no_fraction_of_nothing() {
        assertThatThrownBy(() -> fraction("1").over(fraction("0"))).isInstanceOf(ArithmeticException.class);
    }

    private static Fraction fraction(String number) {
        return Fraction.of(new BigDecimal(number));
    }
}
