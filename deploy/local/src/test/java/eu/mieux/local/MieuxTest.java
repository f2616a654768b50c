package eu.mieux.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    @ValueSource(strings = {"up", "down", "status", "logs", "import", "export", "token", "test"})
    void no_help_text_is_broken_within_a_name_at_80_columns(String command) {
        String help = line.getSubcommands()
                .get(command)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(80)
                .getUsageMessage();

        assertThat(help.lines())
                .noneMatch(text -> text.endsWith(" .") || text.strip().startsWith("/mieux"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "logs gateway", "import .", "export /tmp/x", "token manager"})
    void where_there_is_no_suite_a_command_says_so_and_how_to_get_one(String command, @TempDir Path data) {
        String[] arguments = (command + " --data " + data.resolve("none")).split(" ", -1);

        assertThat(line.execute(arguments)).isEqualTo(1);
        assertThat(err.toString()).contains("./mieux up").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "no json",
                "{\"a\":1}",
                "{\"port\":8800,\"passwords\":null}",
                "{\"port\":8800,\"passwords\":{}}",
                "{\"port\":0,\"passwords\":{\"postgres\":\"x\"}}"
            })
    void a_damaged_suite_json_is_named_by_every_command_with_a_way_out(String content, @TempDir Path data)
            throws IOException {
        Path file = Files.writeString(data.resolve("suite.json"), content);

        for (String command : List.of(
                "up --detach", "down", "status", "logs gateway", "import .", "export /tmp/x", "token manager")) {
            StringWriter said = new StringWriter();
            line.setErr(new PrintWriter(said, true));
            String[] arguments = (command + " --data " + data).split(" ", -1);

            assertThat(line.execute(arguments)).as(command).isEqualTo(1);
            assertThat(said.toString())
                    .as(command)
                    .startsWith("The file " + file + " is damaged")
                    .contains("--data")
                    .hasLineCount(1);
        }
        assertThat(data.toFile().list()).containsExactly("suite.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "up", "down", "status", "logs", "import", "export", "token", "test"})
    void every_command_tells_the_version(String command) {
        String[] arguments = (command + " -V").strip().split(" ", -1);

        assertThat(line.execute(arguments)).isZero();
        assertThat(out.toString()).startsWith("MIEUX suite ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "0"})
    void fewer_than_one_line_of_a_log_cannot_be_shown(String lines) {
        assertThat(line.execute("logs", "gateway", "-n", lines)).isEqualTo(1);
        assertThat(err.toString()).contains("at least 1; " + lines + " is not").hasLineCount(1);
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
