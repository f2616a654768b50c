package eu.mieux.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each guide is followed by hand: its commands are run, one after the other in one shell, and what it shows is compared. */
class GuidesTest {

    private static final String GATEWAY = "localhost:8080";
    private static final String IDENTITY = "localhost:8086";

    @TempDir
    private Path desk;

    static Stream<Path> guides() throws IOException {
        try (Stream<Path> files = Files.list(Suite.root().resolve("docs/guides"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void a_guide_shows_what_whoever_follows_it_gets(Path guide) throws Exception {
        List<GuideBlock> blocks = GuideBlock.in(guide);
        List<String> outputs = follow(blocks);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            for (String difference : blocks.get(i).differences(outputs.get(i))) {
                differences.add("%s%n  %s".formatted(blocks.get(i).commands(), difference));
            }
        }
        assertThat(differences).as(guide.toString()).isEmpty();
    }

    @Test
    void an_answer_that_is_not_as_shown_is_noticed() throws IOException {
        Shape shape = Shape.of("{\"a\": 1, \"b\": [\"x-…\", …], \"c\": {\"d\": …, …}}");
        assertThat(shape.differences("{\"a\": 1, \"b\": [\"x-1\", 2], \"c\": {\"d\": null, \"e\": 1}}"))
                .isEmpty();
        for (String other : List.of(
                "{\"a\": 2, \"b\": [\"x-1\"], \"c\": {\"d\": 1}}",
                "{\"a\": 1, \"b\": [\"y\"], \"c\": {\"d\": 1}}",
                "{\"a\": 1, \"b\": [], \"c\": {\"d\": 1}}",
                "{\"a\": 1, \"b\": [\"x-1\"], \"c\": {\"d\": 1}, \"e\": 1}",
                "{\"a\": 1, \"b\": [\"x-1\"]}")) {
            assertThat(shape.differences(other)).as(other).isNotEmpty();
        }
        assertThat(HttpAnswer.of("HTTP/1.1 200 OK\nETag: \"1\"")
                        .differences(HttpAnswer.of("HTTP/1.1 201 Created\r\netag: \"2\"\r\n\r\n")))
                .hasSize(2);
    }

    /** What each block printed. Addresses, folders and the launcher are those of the suite under test. */
    private List<String> follow(List<GuideBlock> blocks) throws IOException, InterruptedException {
        StringBuilder script =
                new StringBuilder("mieux() { '%s/mieux' \"$@\" --data '%s'; }%n".formatted(Suite.root(), Suite.data()));
        for (int i = 0; i < blocks.size(); i++) {
            script.append("{\n%s} > '%s' || { echo \"block %d failed with $?\" >&2; exit 1; }\n"
                    .formatted(here(blocks.get(i).commands()), output(i), i + 1));
        }
        Path remarks = desk.resolve("remarks");
        Process shell = new ProcessBuilder("bash", "-c", script.toString())
                .directory(desk.toFile())
                .redirectErrorStream(true)
                .redirectOutput(remarks.toFile())
                .start();
        shell.getOutputStream().close();
        if (!shell.waitFor(3, TimeUnit.MINUTES)) {
            shell.destroyForcibly();
        }
        assertThat(shell.waitFor()).as(Files.readString(remarks)).isZero();
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            outputs.add(Files.readString(output(i))
                    .replace("localhost:" + Suite.port(), GATEWAY)
                    .replace("localhost:" + identityPort(), IDENTITY));
        }
        return outputs;
    }

    private Path output(int block) {
        return desk.resolve("output-" + block);
    }

    private String here(String commands) {
        return commands.replace(GATEWAY, "localhost:" + Suite.port())
                .replace(IDENTITY, "localhost:" + identityPort())
                .replace("/tmp/", desk + "/")
                .replace("./mieux", "mieux");
    }

    private static int identityPort() {
        return Suite.port() + 6;
    }
}
