package eu.mieux.preimplementation.action;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class RomanNumeralTest {

    @Property
    void every_number_reads_back(@ForAll @IntRange(min = 1, max = 3999) int number) {
        assertThat(RomanNumeral.ofOrZero(RomanNumeral.of(number))).isEqualTo(number);
    }

    @Property
    void what_reads_as_a_number_is_written_just_so(@ForAll @StringLength(max = 12) String text) {
        int number = RomanNumeral.ofOrZero(text);
        assertThat(number == 0 || RomanNumeral.of(number).equals(text)).isTrue();
    }

    @Example
    void well_known_numerals_are_right() {
        assertThat(RomanNumeral.of(1)).isEqualTo("I");
        assertThat(RomanNumeral.of(4)).isEqualTo("IV");
        assertThat(RomanNumeral.of(9)).isEqualTo("IX");
        assertThat(RomanNumeral.of(44)).isEqualTo("XLIV");
        assertThat(RomanNumeral.of(1994)).isEqualTo("MCMXCIV");
        assertThat(RomanNumeral.ofOrZero("IIII")).isZero();
        assertThat(RomanNumeral.ofOrZero("VX")).isZero();
        assertThat(RomanNumeral.ofOrZero("iv")).isZero();
        assertThat(RomanNumeral.ofOrZero("")).isZero();
    }
}
