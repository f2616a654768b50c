package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guards of the build itself are seen failing: a module with one flaw each, built as every module is. */
class BuildGuardsTest {

    private static final String GOOD = """
            package eu.mieux.planted;

            final class Planted {

                private Planted() {}

                static int length(String text) {
                    return text.length();
                }
            }
            """;

    /** Modules, and what each has instead of the good line. */
    private static final Map<String, String> MODULES = Map.of(
            "good", "        return text.length();",
            "unformatted", "  return   text.length( ) ;",
            "null-away", "        return text.isEmpty() ? length(null) : text.length();",
            "error-prone", "        text.trim();\n        return text.length();",
            "warning", "        return new Integer(text.length());");

    @TempDir
    private Path folder;

    @Test
    void a_module_with_a_flaw_does_not_build_and_is_told_which() throws Exception {
        plant();
        String log = build();
        assertThat(log).containsPattern("Planted: good \\.+ SUCCESS");
        for (String flawed : List.of("unformatted", "null-away", "error-prone", "warning")) {
            assertThat(log).containsPattern("Planted: " + flawed + " \\.+ FAILURE");
        }
        assertThat(log)
                .contains("The following files had format violations")
                .contains("[NullAway] passing @Nullable parameter")
                .contains("[ReturnValueIgnored]")
                .contains("Integer(int) in java.lang.Integer has been deprecated");
    }

    private void plant() throws IOException {
        Path root = RealSuite.root();
        Files.createDirectories(folder.resolve(".mvn"));
        Files.copy(root.resolve(".mvn/jvm.config"), folder.resolve(".mvn/jvm.config"));
        StringBuilder modules = new StringBuilder();
        for (Map.Entry<String, String> module : MODULES.entrySet()) {
            Path source = folder.resolve(module.getKey() + "/src/main/java/eu/mieux/planted/Planted.java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, GOOD.replace("        return text.length();", module.getValue()));
            plantPom(folder.resolve(module.getKey()), module.getKey(), "jar", "");
            modules.append("<module>").append(module.getKey()).append("</module>");
        }
        plantPom(folder, "all", "pom", "<modules>" + modules + "</modules>");
    }

    /** The parent is named by a relative path, the only kind that Maven takes; it need not be in any repository. */
    private static void plantPom(Path module, String name, String packaging, String further) throws IOException {
        Path parent = module.toRealPath().relativize(RealSuite.root().toRealPath());
        Files.writeString(module.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>eu.mieux</groupId>
                    <artifactId>mieux</artifactId>
                    <version>1.0.0-SNAPSHOT</version>
                    <relativePath>%s/pom.xml</relativePath>
                  </parent>
                  <artifactId>planted-%s</artifactId>
                  <name>Planted: %s</name>
                  <packaging>%s</packaging>
                  %s
                </project>
                """.formatted(parent, name, name, packaging, further));
    }

    /** The Maven that runs this test, offline: all that it needs has just been used. */
    private String build() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "--offline",
                "--batch-mode",
                "--fail-at-end",
                "--file",
                folder.resolve("pom.xml").toString(),
                "compile"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process build =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(build.waitFor()).as("Maven's exit code").isEqualTo(1);
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
