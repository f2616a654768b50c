package eu.mieux.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code mieux}, in a checkout of its own with a path that has a space, and with a JDK that only echoes. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherScriptTest {

    private static final Path REAL = Path.of(System.getProperty("mieux.root"));
    private static final String SOURCES = "deploy/local/src/main/java/eu/mieux/local/";

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void a_checkout_with_a_built_launcher() throws IOException {
        root = Files.createDirectories(folder.resolve("check out"));
        Files.createDirectories(root.resolve(SOURCES + "build"));
        for (String file : List.of("mieux", "deploy/local/build-launcher")) {
            Files.copy(REAL.resolve(file), root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        for (String source : List.of("FileTrouble", "build/BuildLock", "build/LockedBuild", "build/ProcessTree")) {
            String file = SOURCES + source + ".java";
            Files.copy(REAL.resolve(file), root.resolve(file));
        }
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

    @Test
    void of_two_that_come_at_once_one_builds_the_launcher_and_the_other_waits_and_finds_it_built() throws Exception {
        Path chosen = jdk("chosen", "25");
        Path begun = unbuilt("echo yes >>begun; read go <go; touch deploy/local/target/local.jar");
        Process one = start(root.resolve("mieux"), Map.of("JAVA_HOME", chosen.toString()), "one");
        assertThat(begun).content().isEqualTo("yes\n");
        Process two = start(root.resolve("mieux"), Map.of("JAVA_HOME", chosen.toString()), "two");
        BufferedReader second = two.inputReader();
        assertThat(second.readLine()).isEqualTo("Another ./mieux is building in this checkout; waiting for it.");

        Files.writeString(root.resolve("go"), "go\n");

        assertThat(one.inputReader().lines()).first().asString().startsWith("Building the launcher.");
        assertThat(second.lines()).singleElement().asString().contains("[eu.mieux.local.Mieux] [two]");
    }

    @Test
    void a_build_of_the_launcher_that_is_interrupted_is_given_up_in_one_sentence_and_done_the_next_time()
            throws Exception {
        Path chosen = jdk("chosen", "25");
        Path begun = unbuilt("touch deploy/local/target/local.jar; echo yes >begun; exec sleep 600");
        Process script = start(root.resolve("mieux"), Map.of("JAVA_HOME", chosen.toString()), "status");
        assertThat(begun).content().isEqualTo("yes\n");

        script.toHandle().destroy();

        assertThat(script.inputReader().lines())
                .hasSize(2)
                .last()
                .isEqualTo("Given up while building the launcher; ./mieux goes on where it stopped.");
        assertThat(script.waitFor()).isEqualTo(143);
        program(root.resolve("mvnw"), "#!/bin/sh\n");
        assertThat(run(Map.of("JAVA_HOME", chosen.toString()), "status"))
                .startsWith("Building the launcher.")
                .contains("[eu.mieux.local.Mieux] [status]");
    }

    @Test
    void a_build_of_the_launcher_that_fails_is_told_by_its_first_complaints() throws Exception {
        Path chosen = jdk("chosen", "25");
        unbuilt("echo '[ERROR] this is no Java'; exit 1");

        assertThat(run(Map.of("JAVA_HOME", chosen.toString()), "status"))
                .contains("The launcher cannot be built:\n[ERROR] this is no Java\nThe whole log: ")
                .doesNotContain("[status]");
    }

    /** Takes the launcher away and gives Maven a script; returns a pipe that it can write to when it is at work. */
    private Path unbuilt(String mvnw) throws Exception {
        Files.delete(root.resolve("deploy/local/target/local.jar"));
        program(root.resolve("mvnw"), "#!/bin/sh\n" + mvnw + "\n");
        for (String pipe : List.of("begun", "go")) {
            assertThat(new ProcessBuilder("mkfifo", root.resolve(pipe).toString())
                            .start()
                            .waitFor())
                    .isZero();
        }
        return root.resolve("begun");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        String echo = """
                #!/bin/sh
                case $* in *LockedBuild.java*) exec '%s' "$@" ;; esac
                printf '%%s ' "$0"
                for word; do printf '[%%s] ' "$word"; done
                """.formatted(Checkout.java());
        for (String program : List.of("java", "javac")) {
            program(home.resolve("bin").resolve(program), echo);
        }
        return home;
    }

    /** What the script needs, but no JDK that this machine may have in its PATH. */
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of(
                "sed",
                "dirname",
                "readlink",
                "find",
                "head",
                "cat",
                "date",
                "mkdir",
                "tail",
                "touch",
                "grep",
                "rm",
                "sleep")) {
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
        Process process = start(script, environment, arguments);
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Process start(Path script, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> bare = new HashMap<>(environment);
        bare.put("HOME", folder.toString());
        bare.put("PATH", tools().toString());
        builder.environment().clear();
        builder.environment().putAll(bare);
        return builder.start();
    }
}
