package eu.mieux.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void what_was_found_is_marked() {
        assertThat(Excerpt.html("a \uE000hit\uE001 & more")).isEqualTo("a <mark>hit</mark> &amp; more");
    }

    @Test
    void a_mark_that_was_cut_off_is_closed() {
        assertThat(Excerpt.html("\uE001a \uE000\uE000hit")).isEqualTo("a <mark>hit</mark>");
    }

    @Property
    void no_text_makes_other_markup_than_marks(@ForAll String text) {
        assertThat(Excerpt.html(text).replace("<mark>", "").replace("</mark>", ""))
                .doesNotContain("<", ">", "\"", "'");
    }
}
