package eu.mieux.local.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The page on which one chooses who to be: a button for each demo person, which works without a script. */
final class LoginPage {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PLACE = "<!-- persons -->";

    private LoginPage() {}

    static String offering(List<DemoRealm.Principal> persons) {
        try (InputStream page = Objects.requireNonNull(LoginPage.class.getResourceAsStream("/login.html"))) {
            String buttons = persons.stream().map(LoginPage::button).collect(Collectors.joining());
            return new String(page.readAllBytes(), StandardCharsets.UTF_8).replace(PLACE, buttons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String button(DemoRealm.Principal person) {
        Map<String, Object> claims = new TreeMap<>(person.claims().values());
        String name = String.valueOf(claims.get("name"));
        claims.remove("sub");
        return """
                    <li><form method="post">
                      <input type="hidden" name="username" value="%s">
                      <input type="hidden" name="claims" value="%s">
                      <button><strong>%s</strong> <span>%s</span></button>
                    </form></li>
                """.formatted(
                        escaped(String.valueOf(person.claims().values().get("sub"))),
                        escaped(JSON.writeValueAsString(claims)),
                        escaped(String.join(", ", person.roles())),
                        escaped(name + bounds(claims)));
    }

    /** Where the role holds: " · AFRICA_WEST, …". */
    private static String bounds(Map<String, Object> claims) {
        return claims.entrySet().stream()
                .filter(claim ->
                        !claim.getKey().equals("name") && !claim.getKey().equals("roles"))
                .map(claim -> claim.getValue() instanceof List<?> several
                        ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : claim.getValue().toString())
                .map(bound -> " · " + bound)
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
