package eu.mieux.preimplementation.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Year;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReferenceTest {

    @Property
    void a_reference_reads_back(
            @ForAll @IntRange(min = 1000, max = 9999) int year, @ForAll @IntRange(min = 1, max = 999_999) int number) {
        Reference reference = new Reference(Year.of(year), number);
        assertThat(Reference.of(reference.toString())).isEqualTo(reference);
    }

    @Example
    void a_number_has_at_least_two_digits_and_no_more_zeros_than_that() {
        assertThat(new Reference(Year.of(2017), 3)).hasToString("2017-03");
        assertThat(new Reference(Year.of(2017), 103)).hasToString("2017-103");
        for (String wrong : new String[] {"2017-3", "2017-00", "2017-003", "2017-0103", "17-03", "2017/03", ""}) {
            assertThatThrownBy(() -> Reference.of(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
