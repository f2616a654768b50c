package eu.mieux.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MieuxTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line =
            Mieux.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "import", "export", "token", "test"})
    void every_command_has_help(String command) {
        assertThat(line.execute(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: mieux " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "logs gateway", "import .", "export /tmp/x", "token manager"})
    void where_there_is_no_suite_a_command_says_so_and_how_to_get_one(String command, @TempDir Path data) {
        String[] arguments = (command + " --data " + data.resolve("none")).split(" ", -1);

        assertThat(line.execute(arguments)).isEqualTo(1);
        assertThat(err.toString()).contains("./mieux up").doesNotContain("\tat ");
    }

    @Test
    void an_unknown_role_is_answered_with_the_roles_that_there_are() {
        assertThat(line.execute("token", "king")).isEqualTo(1);
        assertThat(err.toString()).contains("\"king\"", "steering-member");
    }

    @Test
    void an_impossible_port_is_refused_before_anything_is_done() {
        assertThat(line.execute("up", "--port", "80")).isEqualTo(1);
        assertThat(err.toString()).contains("between 1024 and 65526");
    }

    @Test
    void a_dry_run_that_keeps_good_rows_makes_no_sense() {
        assertThat(line.execute("import", ".", "--dry-run", "--keep-good")).isEqualTo(1);
    }
}
