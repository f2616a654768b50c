package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class AccessibilityTest extends BrowserTest {

    private Page overview(int width, ColorScheme colours) {
        Page page = browser()
                .newPage(new NewPageOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(colours)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("en"));
        page.navigate(address("/"));
        page.locator(".world svg").first().waitFor();
        return page;
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "320, LIGHT", "320, DARK"})
    void axe_finds_nothing(int width, ColorScheme colours) {
        try (Page page = overview(width, colours)) {
            page.locator("summary").click();
            assertThat(Axe.violations(page)).isEmpty();
        }
    }

    @Test
    void a_link_is_called_what_it_shows() {
        try (Page page = overview(1280, ColorScheme.LIGHT)) {
            page.locator("summary").click();
            assertThat(Axe.violations(page, "label-content-name-mismatch")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"320", "480", "768", "1024", "1920"})
    void nothing_sticks_out_of_a_window(int width) {
        try (Page page = overview(width, ColorScheme.LIGHT)) {
            page.locator("summary").click();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }

    @Test
    void everything_can_be_reached_with_the_keyboard_in_reading_order() {
        try (Page page = overview(1280, ColorScheme.LIGHT)) {
            List<String> stops = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                page.keyboard().press("Tab");
                stops.add((String)
                        page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"));
            }
            assertThat(stops)
                    .containsExactly(
                            "Skip to the figures",
                            "MIEUX",
                            "Documentation",
                            "OpenAPI",
                            "English",
                            "Français",
                            "Español",
                            "year",
                            "All 31 figures of the report");
        }
    }

    @Test
    void whoever_wants_no_motion_gets_none() {
        try (Page page = overview(1280, ColorScheme.LIGHT)) {
            assertThat(page.evaluate("document.getAnimations().length")).isEqualTo(0);
        }
    }
}
