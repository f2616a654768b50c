package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the documentation that a reader can get to, for all readers. */
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class PortalAccessibilityTest extends BrowserTest {

    private static final String LINKS = "[...document.querySelectorAll('a[href^=\"/docs\"]')].map(a => a.pathname)";

    private static final String UNFOLD =
            "document.querySelectorAll('details').forEach(folded => { folded.open = true; })";

    private Page open(int width, ColorScheme colours) {
        return browser()
                .newPage(new NewPageOptions().setViewportSize(width, 900).setColorScheme(colours));
    }

    private void go(Page page, String path) {
        page.navigate(address(path));
    }

    /** Whatever can be reached from the first page, which is looked at on the way; with all that can be unfolded. */
    private void visit(Page page, Consumer<String> look) {
        Set<String> found = new LinkedHashSet<>(Set.of("/docs"));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            String path = open.pop();
            go(page, path);
            page.evaluate(UNFOLD);
            look.accept(path);
            for (Object link : (List<?>) page.evaluate(LINKS)) {
                if (found.add(String.valueOf(link))) {
                    open.add(String.valueOf(link));
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(40);
    }

    @Test
    void axe_finds_nothing_on_any_page() {
        try (Page page = open(1280, ColorScheme.LIGHT)) {
            go(page, "/docs/unicorns");
            assertThat(page.title()).startsWith("Not found");
            assertThat(Axe.violations(page)).isEmpty();
            visit(page, path -> assertThat(Axe.violations(page)).as(path).isEmpty());
        }
    }

    @Test
    void in_the_dark_every_page_has_enough_contrast() {
        try (Page page = open(1280, ColorScheme.DARK)) {
            visit(
                    page,
                    path -> assertThat(Axe.violations(page, "color-contrast"))
                            .as(path)
                            .isEmpty());
        }
    }

    /** One page of each form, with all that can be unfolded. */
    @ParameterizedTest
    @CsvSource({
        "/docs, LIGHT",
        "/docs/guides, DARK",
        "/docs/guides/problems, LIGHT",
        "/docs/reference/search, DARK",
        "/docs/reference/eligibility, LIGHT",
        "/docs/events/action-fiche, LIGHT",
        "/docs/changelog, DARK"
    })
    void axe_finds_nothing_in_a_small_window(String path, ColorScheme colours) {
        try (Page page = open(360, colours)) {
            go(page, path);
            page.evaluate(UNFOLD);
            assertThat(Axe.violations(page)).isEmpty();
        }
    }

    @Test
    void nothing_sticks_out_of_a_small_window_on_any_page() {
        try (Page page = open(320, ColorScheme.LIGHT)) {
            visit(
                    page,
                    path -> assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .as(path)
                            .isEqualTo(320));
        }
    }
}
