package eu.mieux.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    Path folder;

    private Path built;
    private Path copy;

    @BeforeEach
    void build() throws IOException {
        built = folder.resolve("built");
        copy = folder.resolve("copy");
        Files.createDirectories(built.resolve("lib"));
        Files.writeString(built.resolve("run.jar"), "first");
        Files.writeString(built.resolve("lib").resolve("a.jar"), "a");
        Programs.copy(built, copy, _ -> true);
    }

    @Test
    void a_build_that_writes_into_a_jar_does_not_reach_the_copy() throws IOException {
        Files.writeString(built.resolve("run.jar"), "second");

        assertThat(copy.resolve("run.jar")).hasContent("first");
    }

    @Test
    void the_next_start_takes_what_is_new_and_drops_what_is_gone() throws IOException {
        Files.writeString(built.resolve("run.jar"), "second build");
        Files.delete(built.resolve("lib").resolve("a.jar"));
        Files.writeString(built.resolve("lib").resolve("b.jar"), "b");

        Programs.copy(built, copy, _ -> true);

        assertThat(copy.resolve("run.jar")).hasContent("second build");
        assertThat(copy.resolve("lib").resolve("a.jar")).doesNotExist();
        assertThat(copy.resolve("lib").resolve("b.jar")).hasContent("b");
    }
}
