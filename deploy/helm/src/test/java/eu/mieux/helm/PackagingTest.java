package eu.mieux.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What comes with the chart: the facility profile and the rules of the alarms, which lie elsewhere in the house. */
@ExtendWith(NeedsHelm.class)
class PackagingTest {

    /** A secret of Kubernetes, in which Helm keeps each release. */
    private static final int LARGEST_SECRET = 1024 * 1024;

    private static final String RULES = """
            groups:
              - name: mieux
                rules:
                  - alert: NothingIsReady
                    expr: sum(up{job="mieux"}) == 0
                    for: 5m
                    annotations:
                      summary: "{{ $labels.instance }} is away"
            """;

    @TempDir
    private Path folder;

    @Test
    void a_packaged_chart_brings_the_facility_profile_along_and_makes_the_same() throws Exception {
        Tools.Said packed = Tools.helm("package", Tools.CHART.toString(), "--destination", folder.toString());
        assertThat(packed.exit()).as(packed.complaints()).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            Tools.Said said = render(files.findFirst().orElseThrow());
            assertThat(Rendering.parse(said.words()))
                    .isEqualTo(Rendering.of("small").resources());
        }
    }

    @Test
    void a_release_fits_into_the_secret_in_which_helm_keeps_it() throws Exception {
        ByteArrayOutputStream release = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(release)) {
            for (Path file : files()) {
                packed.write(Base64.getEncoder().encode(Files.readAllBytes(file)));
            }
            packed.write(render(Tools.CHART).words().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Base64.getEncoder().encode(release.toByteArray()).length).isBetween(200_000, LARGEST_SECRET * 3 / 4);
    }

    @Test
    void a_chart_without_a_facility_profile_says_where_to_get_one() throws Exception {
        Path chart = copy();
        Files.delete(chart.resolve("files/facility/facility.properties"));
        assertThat(render(chart).complaints()).contains("package it from a checkout");
        assertThat(render(chart, "--set", "facility.existingConfigMap=ours").exit())
                .isZero();
    }

    @Test
    void the_rules_beside_the_chart_become_those_of_prometheus() throws Exception {
        Path chart = copy();
        Files.writeString(Files.createDirectories(chart.resolve("files/rules")).resolve("mieux.yaml"), RULES);
        assertThat(Rendering.parse(render(chart).words())).noneMatch(PackagingTest::isOfRules);
        List<JsonNode> rules = Rendering.parse(
                        render(chart, "--set", "metrics.rules=true").words())
                .stream()
                .filter(PackagingTest::isOfRules)
                .toList();
        assertThat(Models.complaints(rules)).isEmpty();
        ObjectNode rule = (ObjectNode) rules.getFirst().at("/spec/groups/0/rules/0");
        assertThat(rule.at("/annotations/summary").asString()).isEqualTo("{{ $labels.instance }} is away");
        rule.put("alarm", "NothingIsReady");
        assertThat(Models.complaints(rules)).hasSize(1);
    }

    private static boolean isOfRules(JsonNode resource) {
        return resource.path("kind").asString().equals("PrometheusRule");
    }

    private static Tools.Said render(Path chart, String... more) throws IOException, InterruptedException {
        return Tools.helm(Stream.concat(
                        Stream.of(
                                "template",
                                Rendering.RELEASE,
                                chart.toString(),
                                "--namespace",
                                Rendering.NAMESPACE,
                                "-f",
                                Rendering.file("site"),
                                "-f",
                                Rendering.file("small")),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Tools.CHART, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("mieux");
        for (Path file : files()) {
            Path to = copy.resolve(Tools.CHART.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
        return copy;
    }
}
