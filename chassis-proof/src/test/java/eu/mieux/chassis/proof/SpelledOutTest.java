package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A roll-out of the next release must not break what this one has prepared (EntityRows). */
class SpelledOutTest {

    private static final Pattern ALL_COLUMNS = Pattern.compile("\"\\s*select (\\w+\\.)?\\*");
    private static final Pattern IN_A_TRANSACTION = Pattern.compile("createNativeQuery\\(");

    @Test
    void no_statement_that_hibernate_sends_reads_whatever_columns_there_are() throws IOException {
        try (Stream<Path> modules = Files.list(RealSuite.root())) {
            List<Path> sources = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
            assertThat(sources).hasSizeGreaterThan(6);
            for (Path source : sources) {
                try (Stream<Path> files = Files.walk(source)) {
                    assertThat(files.filter(file -> file.toString().endsWith(".java")))
                            .filteredOn(SpelledOutTest::sendsAllColumns)
                            .isEmpty();
                }
            }
        }
    }

    private static boolean sendsAllColumns(Path file) {
        try {
            String source = Files.readString(file);
            return ALL_COLUMNS.matcher(source).find()
                    && IN_A_TRANSACTION.matcher(source).find()
                    && !source.contains("EntityRows")
                    && !source.contains("Selection.of");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
