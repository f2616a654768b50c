package eu.mieux.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/guides/problems.md} tells of every kind of problem that the sources know, with its status, and of no other. */
class ProblemKindsTest {

    private static final Path ROOT = Path.of(System.getProperty("mieux.root"));
    private static final Pattern REFUSAL =
            Pattern.compile("class (\\w+) extends Refusal \\{.*?Kind\\.(\\w+)", Pattern.DOTALL);
    private static final Pattern STATUS_OF_KIND = Pattern.compile("([A-Z_]+)\\((\\d{3})\\)[,;]");
    private static final Pattern TITLED = Pattern.compile("(?:new Problem|answer)\\(\\s*(\\d{3}),\\s*\"([^\"]+)\"");
    /** In the gateway with its status, in the services without. */
    private static final Pattern LATER = Pattern.compile("later\\(\\s*(?:(\\d{3}),\\s*)?\"([^\"]+)\"");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.+`) \\| ([\\d, ]+) \\|");
    private static final Pattern TYPE = Pattern.compile("`([^`]+)`");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    /** What JAX-RS says by itself; its titles are the words of HTTP. */
    private static final Map<String, String> OF_HTTP = Map.of(
            "bad-request", "400",
            "method-not-allowed", "405",
            "not-acceptable", "406",
            "request-entity-too-large", "413",
            "unsupported-media-type", "415");

    @Test
    void every_kind_of_problem_is_in_the_guide_with_its_status() throws IOException {
        Map<String, String> known = new TreeMap<>(OF_HTTP);
        Map<String, String> statuses = statusesOfKinds();
        for (Path source : sources()) {
            String text = Files.readString(source);
            REFUSAL.matcher(text)
                    .results()
                    .forEach(refusal -> known.put(
                            kebab(HUMP.matcher(refusal.group(1)).replaceAll(" ")), statuses.get(refusal.group(2))));
            TITLED.matcher(text).results().forEach(problem -> known.put(kebab(problem.group(2)), problem.group(1)));
            LATER.matcher(text)
                    .results()
                    .forEach(problem ->
                            known.put(kebab(problem.group(2)), problem.group(1) == null ? "503" : problem.group(1)));
        }
        assertThat(known).hasSizeGreaterThan(80);
        assertThat(told(Files.readString(ROOT.resolve("docs/guides/problems.md"))))
                .isEqualTo(known);
    }

    private static Map<String, String> told(String guide) {
        Map<String, String> told = new TreeMap<>();
        ROW.matcher(guide).results().forEach(row -> {
            String[] statuses = row.group(2).split(", ", -1);
            String[] types = TYPE.matcher(row.group(1))
                    .results()
                    .map((MatchResult type) -> type.group(1))
                    .toArray(String[]::new);
            for (int i = 0; i < types.length; i++) {
                assertThat(told.put(types[i], statuses[statuses.length == 1 ? 0 : i]))
                        .as(types[i])
                        .isNull();
            }
        });
        return told;
    }

    private static Map<String, String> statusesOfKinds() throws IOException {
        String kinds = Files.readString(ROOT.resolve("chassis/src/main/java/eu/mieux/chassis/problem/Kind.java"));
        Map<String, String> statuses = new TreeMap<>();
        STATUS_OF_KIND.matcher(kinds).results().forEach(kind -> statuses.put(kind.group(1), kind.group(2)));
        return statuses;
    }

    private static Set<Path> sources() throws IOException {
        Set<Path> sources = new TreeSet<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.filter(ProblemKindsTest::answersClients).toList()) {
                try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                    files.filter(file -> file.toString().endsWith(".java")
                                    && !file.toString().contains("/openapi/"))
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static boolean answersClients(Path module) {
        String name = module.getFileName().toString();
        return name.equals("gateway") || name.equals("chassis") || name.endsWith("-service");
    }

    private static String kebab(String words) {
        return words.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
