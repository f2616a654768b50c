package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the service under test tells Prometheus, and what {@code docs/operations/metrics.md} says of it. */
public final class Metrics {

    /** A timer's highest value of late comes with it, under a name of its own. */
    private static final Pattern OWN = Pattern.compile("(?m)^# TYPE (mieux_\\w+?)(_max)? ");

    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(\\w+)`");

    private Metrics() {}

    public static String scrape() {
        return RestAssured.given()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** @param labels as they are told, in the order of their names, after that of the application */
    public static double value(String name, String labels) {
        List<String> told =
                scrape().lines().filter(line -> line.startsWith(name + "{")).toList();
        String all = labels.isEmpty() ? "" : "," + labels;
        Pattern wanted = Pattern.compile(".*\\{application=\"[^\"]+\"%s} (\\S+)".formatted(Pattern.quote(all)));
        return told.stream()
                .map(wanted::matcher)
                .filter(Matcher::matches)
                .map(line -> Double.parseDouble(line.group(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s with %s is none of %s".formatted(name, labels, told)));
    }

    /** @param sections that tell of it: {@code Of every service} */
    public static void assertDocumented(String... sections) throws IOException {
        String told = scrape();
        String catalogue = Files.readString(RealSuite.root().resolve("docs/operations/metrics.md"));
        Set<String> documented = new TreeSet<>();
        for (String section : sections) {
            String part = catalogue.split("## " + section + "\n", -1)[1].split("\n## ", -1)[0];
            documented.addAll(names(DOCUMENTED, part));
        }
        assertThat(documented).containsAll(names(OWN, told));
        assertThat(documented)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(told).containsPattern("(?m)^# TYPE " + name + " "));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
