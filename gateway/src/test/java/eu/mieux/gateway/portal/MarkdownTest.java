package eu.mieux.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static final String PAGE = """
            # Shoes & socks

            What you *wear*.

            ## In the shop

            [Paging](paging.md#cursors), [news](../../CHANGELOG.md).

            ## In the shop

            | size | price |
            |---|---|
            | 42 | <b>9</b> |

            ```json
            {"size": 42, "name": "<left>"}
            ```
            """;

    @Test
    void a_page_has_its_title_its_lead_and_sections_of_different_names() {
        Markdown.Rendered page = Markdown.page(PAGE);
        assertThat(page.title()).isEqualTo("Shoes & socks");
        assertThat(page.lead()).isEqualTo("What you wear.");
        assertThat(page.sections()).extracting(Markdown.Section::id).containsExactly("in-the-shop", "in-the-shop-1");
        assertThat(page.html()).contains("<h2 id=\"in-the-shop-1\">").doesNotContain("What you");
    }

    @Test
    void links_between_files_lead_to_pages() {
        assertThat(Markdown.page(PAGE).html())
                .contains("href=\"/docs/guides/paging#cursors\"", "href=\"/docs/changelog\"");
    }

    @Test
    void what_looks_like_markup_is_text() {
        assertThat(Markdown.page(PAGE).html())
                .contains("&lt;b&gt;9", "<span class=\"string\">&quot;&lt;left&gt;&quot;</span>")
                .doesNotContain("<b>", "<left>");
    }

    @Test
    void code_in_a_language_that_is_not_known_fails_the_build() {
        assertThatThrownBy(() -> Markdown.page("# A\n\nB.\n\n```cobol\n```\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_page_without_a_lead_fails_the_build() {
        assertThatThrownBy(() -> Markdown.page("# A\n\n## B\n")).isInstanceOf(IllegalArgumentException.class);
    }
}
