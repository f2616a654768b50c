package eu.mieux.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.mieux.gateway.Chromium;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The overview page and the documentation of the running suite, in a real browser. */
class PageTest {

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void the_overview_shows_the_published_year_from_the_api() {
        try (Page page = chromium.browser.newPage()) {
            page.navigate(Suite.url() + "/");
            assertThat(page.locator("body")).containsText("2017");
            assertThat(page.locator("body")).containsText("1,794");
        }
    }

    @Test
    void the_api_reference_lists_every_service() {
        try (Page page = chromium.browser.newPage()) {
            page.navigate(Suite.url() + "/docs/reference");
            for (String chapter : List.of("Requests", "Actions", "Experts", "Annual reports", "Publications")) {
                assertThat(page.locator(".chapter h3", new Page.LocatorOptions().setHasText(chapter))
                                .first())
                        .isVisible();
            }
        }
    }

    @Test
    void an_operation_is_tried_where_it_is_described() {
        try (Page page = chromium.browser.newPage()) {
            page.navigate(Suite.url() + "/docs/reference/annual-reports");
            Locator operation = page.locator("section.operation[aria-labelledby=getAnnualReport]");
            operation.getByText("Try it").click();
            operation.getByLabel("year").fill("2017");
            operation
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send GET"))
                    .click();
            assertThat(operation.locator(".status")).containsText("200");
            assertThat(operation.locator(".try figure").last()).containsText("\"year\": 2017");
        }
    }
}
