package eu.mieux.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The overview page and the API reference of the running suite, in a real browser. */
class PageTest {

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Install Chromium (Debian: apt-get install chromium)."));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-gpu")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    @Test
    void the_overview_shows_the_published_year_from_the_api() {
        try (Page page = browser.newPage()) {
            page.navigate(Suite.url() + "/");
            assertThat(page.locator("body")).containsText("2017");
            assertThat(page.locator("body")).containsText("1,794");
        }
    }

    @Test
    void the_api_reference_lists_every_service() {
        try (Page page = browser.newPage()) {
            page.navigate(Suite.url() + "/docs");
            for (String tag : List.of("Requests", "Actions", "Experts", "Annual reports", "Publications")) {
                assertThat(page.getByText(tag).first()).isAttached();
            }
        }
    }
}
