package eu.mieux.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivitiesTest {

    @TempDir
    private Path folder;

    @Test
    void the_file_for_copy_has_the_same_rows_as_the_one_for_the_suite() throws IOException {
        Path forSuite = folder.resolve("suite.csv");
        Path forCopy = folder.resolve("copy.csv");

        Activities.write(forSuite, 1, 300, false);
        Activities.write(forCopy, 1, 300, true);

        assertThat(Files.readString(forCopy).replaceAll("\"\\{(..)}\"", "$1").replaceAll("\"\\{(..),(..)}\"", "$1;$2"))
                .isEqualTo(Files.readString(forSuite));
    }

    @Test
    void a_hundred_activities_go_to_each_action() throws IOException {
        Path file = folder.resolve("suite.csv");

        Activities.write(file, 7, 101, false);

        assertThat(Files.readAllLines(file).get(100)).startsWith("2017-1007,100,");
        assertThat(Files.readAllLines(file).get(101)).startsWith("2017-1008,1,");
    }
}
