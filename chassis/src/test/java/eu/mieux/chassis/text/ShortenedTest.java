package eu.mieux.chassis.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ShortenedTest {

    @Property
    void no_letter_is_cut_in_two_and_what_is_short_stays_as_it_is(
            @ForAll int[] letters, @ForAll @IntRange(max = 40) int most) {
        String text = new String(letters(letters), 0, letters.length);

        String beginning = Shortened.beginning(most, text);

        assertThat(text).startsWith(beginning);
        assertThat(beginning.codePoints()).hasSize(Math.min(most, letters.length));
        assertThat(Shortened.to(most, text)).isEqualTo(letters.length <= most ? text : beginning + "…");
    }

    /** Characters of any plane but halves of one. */
    private static int[] letters(int[] any) {
        int[] valid = new int[any.length];
        for (int i = 0; i < any.length; i++) {
            int letter = Math.floorMod(any[i], Character.MAX_CODE_POINT + 1);
            valid[i] = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE ? 'x' : letter;
        }
        return valid;
    }
}
