package eu.mieux.local.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeysTest {

    @Test
    void a_hundred_thousand_keys_are_all_found_and_no_others() {
        Keys keys = new Keys();
        IntStream.range(0, 100_000)
                .forEach(number -> keys.add(List.of("2017-%02d".formatted(number % 90), "" + number)));
        IntStream.range(0, 100_000)
                .forEach(number -> keys.add(List.of("2017-%02d".formatted(number % 90), "" + number)));

        assertThat(IntStream.range(0, 100_000)
                        .allMatch(number -> keys.contains(List.of("2017-%02d".formatted(number % 90), "" + number))))
                .isTrue();
        assertThat(IntStream.range(0, 100_000)
                        .noneMatch(number -> keys.contains(List.of("2018-%02d".formatted(number % 90), "" + number))))
                .isTrue();
    }

    @Test
    void the_parts_of_a_key_do_not_run_into_each_other() {
        Keys keys = new Keys();
        keys.add(List.of("2017-1", "2"));

        assertThat(keys.contains(List.of("2017-", "12"))).isFalse();
        assertThat(keys.contains(List.of("2017-1", "2"))).isTrue();
    }
}
