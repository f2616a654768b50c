package eu.mieux.gateway;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds what keeps people with assistive technology from using a page. */
final class Axe {

    private static final String VIOLATIONS = "async rules => (await axe.run(rules.length > 0 ? {runOnly: rules} : {}))"
            + ".violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))";

    private Axe() {}

    /**
     * A line for each kind, with the elements.
     *
     * @param rules those to look at; all unless given
     */
    static List<?> violations(Page page, String... rules) {
        page.evaluate(script());
        return (List<?>) page.evaluate(VIOLATIONS, List.of(rules));
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
