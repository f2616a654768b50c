package eu.mieux.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.mieux.acceptance.Suite.as;
import static eu.mieux.acceptance.Suite.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import eu.mieux.gateway.Chromium;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sample front end in a real browser, by clicks, as the demo partner. */
class FrontEndTest {

    private static final String VIOLATIONS =
            "async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))";

    private static FrontEnd frontEnd;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        frontEnd = FrontEnd.built();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (frontEnd != null) {
            frontEnd.close();
        }
    }

    /** The page after she has signed in. */
    private static Page opened(ColorScheme colours) {
        Page page = chromium.browser.newPage(
                new Browser.NewPageOptions().setColorScheme(colours).setLocale("en"));
        page.navigate(frontEnd.url());
        return page;
    }

    private static Page signedIn(ColorScheme colours) {
        Page page = opened(colours);
        button(page, "Sign in");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^partner")))
                .click();
        assertThat(page.locator("#who")).hasText("Amina Njoya");
        return page;
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void drafted(int requests) {
        for (int i = 0; i < requests; i++) {
            drafted("""
                    {"title": "Border posts", "authorities": ["cm-ministry-of-interior-cameroon"], "countries": ["CM"],
                     "themes": ["BORDER_MANAGEMENT"]}""");
        }
    }

    private static String drafted(String draft) {
        Response made = send(as("partner"), draft).post("/api/v1/requests");
        made.then().statusCode(201);
        return made.path("id");
    }

    @Test
    void a_partner_signs_in_and_sees_her_requests_a_page_at_a_time() {
        // Three pages, at least.
        drafted(21);
        try (Page page = signedIn(ColorScheme.LIGHT)) {
            assertThat(page.locator("#requests li")).hasCount(10);
            assertThat(page.locator("#alert")).isEmpty();
            while (page.locator("#more").isVisible()) {
                int shown = page.locator("#requests li").count();
                button(page, "Show more");
                page.waitForFunction("shown => document.querySelectorAll('#requests li').length > shown", shown);
            }
            int all = as("partner")
                    .queryParam("limit", 200)
                    .get("/api/v1/requests")
                    .jsonPath()
                    .getList("items")
                    .size();
            assertThat(page.locator("#requests li")).hasCount(all);
        }
    }

    @Test
    void what_she_left_out_is_said_at_its_field_and_once_complete_the_request_is_submitted_and_its_clock_followed() {
        String title = "Biometrics " + UUID.randomUUID();
        try (Page page = signedIn(ColorScheme.LIGHT)) {
            button(page, "New request");
            page.getByLabel("Title").fill(title);
            page.getByLabel("The problem").fill("Identities are stolen.");
            button(page, "Submit");
            assertThat(page.locator("#countries-error")).containsText("countries");
            assertThat(page.locator("#support-error")).containsText("support");
            assertThat(page.locator("#problem-error")).hasCount(0);
            assertThat(page.getByLabel("The support")).isFocused();
            assertThat(page.getByLabel("The support")).hasAttribute("aria-invalid", "true");

            page.getByLabel("The support").fill("A study visit.");
            page.getByLabel("Country").selectOption("CM");
            page.getByLabel("Theme").selectOption("DOCUMENT_SECURITY");
            button(page, "Submit");

            assertThat(page.locator("#clock-title")).hasText(title);
            assertThat(page.locator("#clock-title")).isFocused();
            assertThat(page.locator("#state")).hasText("Screening: the next step is the officer’s.");
            assertThat(page.locator("#due")).containsText("0 days used");
            assertThat(page.locator("#requests li").first()).containsText("Submitted");
            assertThat(page.getByText(title)).hasCount(2);

            String id = as("partner").get("/api/v1/requests").jsonPath().getString("items[0].id");
            as("officer").post("/api/v1/requests/" + id + "/review").then().statusCode(200);
            assertThat(page.locator("#state"))
                    .hasText("Review: the next step is the steering group and EU delegation’s.");
        }
    }

    @Test
    void a_sign_in_that_fails_can_be_tried_again() {
        try (Page page = chromium.browser.newPage()) {
            page.navigate(frontEnd.url());
            button(page, "Sign in");
            page.waitForURL("**/authorize?*");
            page.navigate(frontEnd.url() + "?error=access_denied&state=another");
            assertThat(page.locator("#alert")).not().isEmpty();
            button(page, "Sign in");
            page.waitForURL("**/authorize?*");
        }
    }

    @Test
    void a_page_that_could_not_be_had_is_asked_for_again() {
        drafted(11);
        try (Page page = signedIn(ColorScheme.LIGHT)) {
            assertThat(page.locator("#requests li")).hasCount(10);
            Pattern further = Pattern.compile("/api/v1/requests\\?.*cursor=");
            page.route(further, route -> answer(route, 500, "{\"detail\": \"Our mistake.\"}"));
            button(page, "Show more");
            assertThat(page.locator("#alert")).hasText("Our mistake.");
            page.unroute(further);
            button(page, "Show more");
            assertThat(page.locator("#alert")).isEmpty();
            assertThat(page.locator("#requests li:nth-child(11)")).isVisible();
        }
    }

    @Test
    void a_form_whose_request_has_been_submitted_meanwhile_is_done() {
        String title = "Forgeries " + UUID.randomUUID();
        try (Page page = signedIn(ColorScheme.LIGHT)) {
            button(page, "New request");
            page.getByLabel("Title").fill(title);
            button(page, "Submit");
            assertThat(page.locator("#countries-error")).isVisible();

            String id = as("partner").get("/api/v1/requests").jsonPath().getString("items[0].id");
            send(as("partner"), """
                            {"title": "%s", "problem": "They are many.", "support": "A study visit.", "countries": ["CM"],
                             "authorities": ["cm-ministry-of-interior-cameroon"], "themes": ["DOCUMENT_SECURITY"]}""".formatted(title))
                    .header("If-Match", "\"1\"")
                    .put("/api/v1/requests/" + id)
                    .then()
                    .statusCode(200);
            as("partner").post("/api/v1/requests/" + id + "/submission").then().statusCode(200);
            button(page, "Submit");

            assertThat(page.locator("#dialog")).isHidden();
            assertThat(page.locator("#clock-title")).hasText(title);
        }
    }

    @Test
    void a_complaint_that_belongs_to_no_field_is_shown_above_them() {
        try (Page page = signedIn(ColorScheme.LIGHT)) {
            page.route("**/api/v1/requests", route -> answer(route, 422, """
                    {"detail": "Two things.", "errors": [{"pointer": "/languages", "detail": "Name a language."},
                                                         {"pointer": "/title", "detail": "Give it a title."}]}"""));
            button(page, "New request");
            button(page, "Submit");
            assertThat(page.locator("#form-error")).hasText("Name a language.");
            assertThat(page.locator("#title-error")).hasText("Give it a title.");
        }
    }

    @Test
    void a_request_that_is_overdue_is_called_so_until_her_session_is_over() {
        drafted(1);
        try (Page page = signedIn(ColorScheme.LIGHT)) {
            page.route("**/clock", route -> answer(route, 200, """
                    {"state": "RUNNING", "step": "SCREENING", "steps": [], "turn": ["OFFICER"], "startedOn": "2026-01-01",
                     "dueOn": "2026-04-01", "daysUsed": 95, "daysLeft": -5}"""));
            page.locator("#requests button").first().click();
            assertThat(page.locator("#due")).hasText("95 days used, 5 days overdue.");
            page.route("**/api/v1/events?*", route -> answer(route, 401, "{}"));
            page.locator("#requests button").first().click();
            assertThat(page.locator("#alert")).hasText("Your session is over. Reload the page to sign in.");
        }
    }

    /** In place of the suite. */
    private static void answer(Route route, int status, String json) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                .setContentType(status < 400 ? "application/json" : "application/problem+json")
                .setBody(json));
    }

    @Test
    void the_token_is_kept_in_memory_alone() {
        try (Page page = signedIn(ColorScheme.LIGHT)) {
            assertThat(page.locator("#requests li").first()).isVisible();
            assertThat(page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"))
                    .isEqualTo("[{},{},\"\"]");
            assertThat(page.url()).isEqualTo(frontEnd.url());
            page.reload();
            assertThat(page.locator("#sign-in")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_nothing(ColorScheme colours) throws IOException {
        String id = drafted("""
                {"title": "Training at the border", "problem": "Queues are long.", "support": "A study visit.",
                 "authorities": ["cm-ministry-of-interior-cameroon"], "countries": ["CM"], "themes": ["BORDER_MANAGEMENT"]}""");
        as("partner").post("/api/v1/requests/" + id + "/submission").then().statusCode(200);
        String axe = axe();
        try (Page start = opened(colours)) {
            start.evaluate(axe);
            assertThat((List<?>) start.evaluate(VIOLATIONS)).isEmpty();
        }
        try (Page page = signedIn(colours)) {
            page.evaluate(axe);
            page.locator("#requests button").first().click();
            assertThat(page.locator("#due")).containsText("0 days used");
            assertThat((List<?>) page.evaluate(VIOLATIONS)).isEmpty();
            picture(page, "requests-" + colours);
            button(page, "New request");
            button(page, "Submit");
            assertThat(page.locator("#title-error")).isVisible();
            assertThat((List<?>) page.evaluate(VIOLATIONS)).isEmpty();
            picture(page, "form-" + colours);
        }
    }

    private static String axe() throws IOException {
        try (InputStream axe = FrontEndTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** For people to look at. */
    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures", name + ".png")));
    }

    @Test
    void the_whole_front_end_has_at_most_300_lines() throws IOException {
        long lines = 0;
        for (Path source : FrontEnd.sources()) {
            if (source.toString().matches(".*\\.(ts|html|css)")) {
                lines += Files.readAllLines(source).size();
            }
        }
        assertThat(lines).isBetween(100L, 300L);
    }
}
