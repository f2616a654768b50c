package eu.mieux.local.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.local.Checkout;
import eu.mieux.local.Console;
import eu.mieux.local.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), 0);

    @TempDir
    Path root;

    private Path log;

    @BeforeEach
    void a_checkout_where_nothing_is_built() throws IOException {
        log = root.resolve("build.log");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
    }

    @Test
    void what_is_not_built_is_built_without_tests_and_with_this_jdk() throws Exception {
        mvnw("echo \"$JAVA_HOME\"; echo \"$@\"");

        new Maven(new Checkout(root)).buildWhatIsStale(log, console, Set.of());

        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("Building deploy/broker, pre-implementation-service");
        assertThat(log)
                .content()
                .contains(System.getProperty("java.home"))
                .contains("package -Dmaven.test.skip=true")
                .contains("deploy/broker,pre-implementation-service,implementation-service")
                .doesNotContain("acceptance", "bench");
    }

    @Test
    void a_build_that_fails_is_told_by_its_first_complaint() throws Exception {
        mvnw("echo '[INFO] fine'; echo '[ERROR] Main.java:[3,1] this is no Java'; echo '[ERROR] more'; exit 1");

        assertThatThrownBy(() -> new Maven(new Checkout(root)).buildWhatIsStale(log, console, Set.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Main.java:[3,1] this is no Java")
                .hasMessageContaining(log.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15})
    void a_build_that_a_signal_ends_did_not_fail_but_was_given_up(int signal) throws Exception {
        // As a JVM says it; a real signal would be lost where whoever runs the tests ignores it.
        mvnw("exit " + (128 + signal));

        assertThatThrownBy(() -> new Maven(new Checkout(root)).buildWhatIsStale(log, console, Set.of()))
                .isInstanceOf(BuildGivenUp.class);
    }

    @Test
    void a_build_that_the_system_kills_for_want_of_memory_has_failed() throws Exception {
        mvnw("kill -KILL $$");

        assertThatThrownBy(() -> new Maven(new Checkout(root)).buildWhatIsStale(log, console, Set.of()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The build failed");
    }

    @Test
    void after_stop_nothing_is_built_any_more() throws Exception {
        mvnw("echo built >built");
        Maven maven = new Maven(new Checkout(root));
        maven.stop();

        assertThatThrownBy(() -> maven.buildWhatIsStale(log, console, Set.of())).isInstanceOf(BuildGivenUp.class);
        assertThat(root.resolve("built")).doesNotExist();
    }

    @Test
    void the_exit_code_of_the_tests_is_handed_on() throws Exception {
        mvnw("[ \"$1\" = verify ] && exit 3");

        assertThat(new Maven(new Checkout(root)).verify(List.of())).isEqualTo(3);
    }

    private void mvnw(String script) throws IOException {
        Path mvnw = Files.writeString(root.resolve("mvnw"), "#!/bin/sh\n" + script + "\n");
        assertThat(mvnw.toFile().setExecutable(true)).isTrue();
    }
}
