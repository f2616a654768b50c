package eu.mieux.gateway;

import com.microsoft.playwright.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Looks at the gateway's pages in a real browser. */
abstract class BrowserTest {

    private static Chromium chromium;

    @TestHTTPResource
    URL gateway;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    static Browser browser() {
        return chromium.browser;
    }

    String address(String path) {
        return "http://%s:%d%s".formatted(gateway.getHost(), gateway.getPort(), path);
    }
}
