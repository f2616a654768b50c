package eu.mieux.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mieux}, in a checkout of its own with a path that has a space, and with a JDK that only echoes. */
class LauncherScriptTest {

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void a_checkout_with_a_built_launcher() throws IOException {
        root = Files.createDirectories(folder.resolve("check out"));
        Files.copy(Path.of(System.getProperty("mieux.root"), "mieux"), root.resolve("mieux"));
        assertThat(root.resolve("mieux").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(root.resolve("deploy/local/target/lib"));
        Files.writeString(root.resolve("deploy/local/target/local.jar"), "");
    }

    @Test
    void a_jdk_in_the_home_folder_is_found_when_the_usual_one_is_too_old() throws Exception {
        Path old = jdk("old", "17.0.1");
        jdk(".jdks/temurin 25", "25.0.1");

        String said = run(Map.of("JAVA_HOME", old.toString()), "status", "a b");

        assertThat(said)
                .contains(".jdks/temurin 25/bin/java")
                .contains("-Dmieux.root=" + root.toRealPath())
                .contains("[eu.mieux.local.Mieux] [status] [a b]");
    }

    @Test
    void java_home_comes_first() throws Exception {
        Path chosen = jdk("chosen", "26");
        jdk(".jdks/other", "25");

        assertThat(run(Map.of("JAVA_HOME", chosen.toString()), "status")).contains("chosen/bin/java");
    }

    @Test
    void a_link_to_the_script_leads_to_its_checkout() throws Exception {
        Path chosen = jdk("chosen", "25");
        Path link = Files.createSymbolicLink(folder.resolve("linked"), root.resolve("mieux"));

        assertThat(run(link, Map.of("JAVA_HOME", chosen.toString()), "status"))
                .contains("-Dmieux.root=" + root.toRealPath());
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        String echo = "#!/bin/sh\nprintf '%s ' \"$0\"\nfor word; do printf '[%s] ' \"$word\"; done\n";
        for (String program : List.of("java", "javac")) {
            program(home.resolve("bin").resolve(program), echo);
        }
        return home;
    }

    /** What the script needs, but no JDK that this machine may have in its PATH. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sed", "dirname", "readlink", "find", "head", "cat", "date")) {
            Path place = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            program(tools.resolve(tool), "#!/bin/sh\nexec " + place + " \"$@\"\n");
        }
        return tools;
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String run(Map<String, String> environment, String... arguments) throws Exception {
        return run(root.resolve("mieux"), environment, arguments);
    }

    private String run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> bare = new HashMap<>(environment);
        bare.put("HOME", folder.toString());
        bare.put("PATH", tools().toString());
        builder.environment().clear();
        builder.environment().putAll(bare);
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
