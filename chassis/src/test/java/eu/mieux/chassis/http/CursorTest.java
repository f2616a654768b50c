package eu.mieux.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CursorTest {

    @Property(tries = 100)
    void a_cursor_gives_back_the_keys_it_was_made_of(@ForAll long number, @ForAll("plain") String text) {
        UUID id = new UUID(number, number);
        Cursor read = Cursor.of(Cursor.at(text, number, id).toString());
        assertThat(read.isStart()).isFalse();
        assertThat(read.text(0)).isEqualTo(text);
        assertThat(read.number(1)).isEqualTo(number);
        assertThat(read.uuid(2)).isEqualTo(id);
    }

    @Property(tries = 200)
    void whatever_a_caller_makes_up_is_a_cursor_or_refused_as_none(@ForAll String text) {
        try {
            Cursor.of(text).number(0L);
        } catch (Cursor.NotACursor refused) {
            assertThat(refused).hasMessageContaining("start without one");
        }
    }

    @Example
    void none_is_the_start_of_the_list() {
        assertThat(Cursor.of(null).isStart()).isTrue();
        assertThat(Cursor.of("").isStart()).isTrue();
        assertThat(Cursor.of(null).number(7L)).isEqualTo(7L);
    }

    @Example
    void the_cursor_of_another_list_is_refused() {
        String number = Cursor.at(5).toString();
        assertThatThrownBy(() -> Cursor.of(number).uuid(0)).isInstanceOf(Cursor.NotACursor.class);
        assertThatThrownBy(() -> Cursor.of(number).text(1)).isInstanceOf(Cursor.NotACursor.class);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> plain() {
        return net.jqwik.api.Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars(" é漢{}%&")
                .ofMinLength(1);
    }
}
