package eu.mieux.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class ReferencePageTest {

    @TestHTTPResource
    URL gateway;

    @Test
    void the_api_reference_works_without_anything_from_elsewhere() {
        try (Chromium chromium = new Chromium();
                Page page = chromium.browser.newPage()) {
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
            page.navigate("http://%s:%d/docs".formatted(gateway.getHost(), gateway.getPort()));
            assertThat(page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("MIEUX API").setLevel(1)))
                    .isVisible();
            assertThat(page.getByText("Bearer Token").first()).isVisible();
            assertThat(errors).isEmpty();
            assertThat(hosts).containsOnly(gateway.getHost());
        }
    }
}
