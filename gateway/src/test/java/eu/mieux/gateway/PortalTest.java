package eu.mieux.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader of the documentation does, in a real browser. */
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class PortalTest extends BrowserTest {

    private Page open(String path) {
        Page page = browser().newPage(new NewPageOptions().setViewportSize(1280, 900));
        page.navigate(address(path));
        return page;
    }

    @Test
    void from_the_start_one_gets_to_a_guide_and_sees_where_one_is() {
        try (Page page = open("/docs")) {
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Errors").setExact(true))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Errors");
            assertThat(page.locator(".crumbs [aria-current=page]")).hasText("Errors");
            assertThat(page.locator(".parts [aria-current]")).hasText("Guides");
            assertThat(page.locator(".neighbours [aria-current=page]")).hasText("Errors");
        }
    }

    @Test
    void the_keyboard_walks_from_the_skip_link_through_the_page_in_reading_order_and_is_seen() {
        try (Page page = open("/docs/guides/paging")) {
            List<String> stops = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                page.keyboard().press("Tab");
                stops.add((String) page.evaluate("document.activeElement.textContent.trim()"));
                assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .as(stops.getLast())
                        .isNotEqualTo("none");
            }
            assertThat(stops)
                    .startsWith(
                            "Skip to the content", "MIEUX", "Start", "Guides", "API reference", "Events", "Changelog");
            page.locator(".skip").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator(".crumbs a").first()).isFocused();
        }
    }

    @Test
    void an_operation_is_found_by_its_words_and_tried() {
        try (Page page = open("/docs/reference")) {
            page.getByLabel("Find an operation").fill("clock response fast");
            assertThat(page.locator(".calls li:visible")).hasCount(1);
            assertThat(page.getByText("1 found")).isVisible();
            page.getByLabel("Find an operation").fill("list requests");
            page.locator(".calls li:visible a")
                    .filter(new Locator.FilterOptions().setHasText("List requests"))
                    .click();
            Locator operation = page.locator("section.operation[aria-labelledby=listRequests]");
            operation.getByText("Try it").click();
            operation.getByLabel("limit").fill("2");
            assertThat(operation.locator(".try figure").first()).containsText("/api/v1/requests?limit=2");
            operation
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send GET"))
                    .click();
            assertThat(operation.locator(".status")).containsText("200");
            assertThat(operation.locator(".try figure").last()).containsText("\"uri\": \"/api/v1/requests?limit=2\"");
        }
    }

    @Test
    void a_call_is_tried_with_the_token_that_was_given_once() {
        try (Page page = open("/docs/reference/requests")) {
            page.getByLabel("Bearer token").fill(Provider.token("manager").sign());
            page.navigate(address("/docs/reference/actions"));
            Locator operation = page.locator("section.operation[aria-labelledby=listActions]");
            operation.getByText("Try it").click();
            assertThat(operation.locator(".try figure").first()).containsText("Bearer $TOKEN");
            operation
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send GET"))
                    .click();
            assertThat(operation.locator(".try figure").last()).containsText("\"authorization\"");
        }
    }

    @Test
    void a_token_that_cannot_be_sent_is_said_to_be_none() {
        try (Page page = open("/docs/reference/requests")) {
            page.getByLabel("Bearer token").fill("eyJhbGciOi…");
            Locator operation = page.locator("section.operation[aria-labelledby=listRequests]");
            operation.getByText("Try it").click();
            operation
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send GET"))
                    .click();
            assertThat(operation.locator(".status")).containsText("No answer");
        }
    }

    @Test
    void the_command_of_a_form_can_be_copied_and_is_quoted_for_the_shell() {
        try (Page page = open("/docs/reference/requests")) {
            Locator operation = page.locator("section.operation[aria-labelledby=getRequest]");
            operation.getByText("Try it").click();
            operation.getByLabel("idOrReference").fill("l'oreille");
            Locator command = operation.locator(".try figure").first();
            assertThat(command).containsText("/api/v1/requests/l'\\''oreille'");
            assertThat(command.getByText("Copy")).isVisible();
        }
    }

    @Test
    void without_javascript_everything_can_be_read() {
        try (BrowserContext plain = browser().newContext(new NewContextOptions().setJavaScriptEnabled(false));
                Page page = plain.newPage()) {
            page.navigate(address("/docs/reference/requests#submitRequest"));
            assertThat(page.locator("#submitRequest")).isVisible();
            page.navigate(address("/docs/events/request"));
            assertThat(page.getByText("eu.mieux.request-submitted").first()).isVisible();
        }
    }

    @Test
    void nothing_comes_from_elsewhere_and_nothing_fails() {
        try (Page page = browser().newPage()) {
            List<String> errors = new ArrayList<>();
            List<String> hosts = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });
            page.onPageError(errors::add);
            page.onRequest(request ->
                    hosts.add(String.valueOf(URI.create(request.url()).getHost())));
            for (String path : List.of("/docs", "/docs/guides/errors", "/docs/reference/requests", "/docs/events")) {
                page.navigate(address(path));
            }
            assertThat(errors).isEmpty();
            assertThat(hosts).containsOnly(gateway.getHost());
        }
    }
}
