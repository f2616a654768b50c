package eu.mieux.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.embedded.StartFailed;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void a_full_disk_is_recognised_wherever_it_shows() {
        IOException full = new IOException("write failed: No space left on device");

        assertThat(Failures.sentence(new StartFailed("PostgreSQL did not start", full)))
                .startsWith("The disk is full.");
        assertThat(Failures.sentence(new UncheckedIOException(full))).startsWith("The disk is full.");
    }

    @Test
    void a_suite_that_does_not_answer_is_said_to_be_so() {
        assertThat(Failures.sentence(new ConnectException())).contains("./mieux status");
    }

    @Test
    void a_file_that_cannot_be_used_is_named_with_the_reason_and_a_way_out() {
        assertThat(Failures.sentence(new FileAlreadyExistsException("/a/b")))
                .isEqualTo("/a/b cannot be read or written: a file of that name is in the way. Mend that, or name"
                        + " another place.");
        assertThat(Failures.sentence(new FileSystemException("/a/b", null, "Read-only file system")))
                .contains("/a/b", "read-only file system", "another place");
        assertThat(Failures.sentence(new FileNotFoundException("/a/b (Is a directory)")))
                .contains("/a/b", "another place");
    }

    @Test
    void what_nobody_foresaw_is_one_sentence_too() {
        assertThat(Failures.sentence(new IllegalStateException("odd"))).contains("odd", "MIEUX_TRACE=1");
    }
}
