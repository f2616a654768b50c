package eu.mieux.preimplementation.wording;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that people read is there in the three languages; a bundle alone would pass over a gap in English. */
class WordBooksTest {

    private static final Path RESOURCES = RealSuite.root().resolve("pre-implementation-service/src/main/resources");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    /** Only where the first of a month is written otherwise. */
    private static final String OPTIONAL = "day.first";

    static List<String> features() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("words.properties")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void explanations_and_blockers_are_among_them() throws IOException {
        assertThat(features()).contains("deadline", "document", "eligibility", "notification", "request");
    }

    @ParameterizedTest
    @MethodSource("features")
    void every_sentence_is_there_in_three_languages_and_speaks_of_the_same(String feature) throws IOException {
        Properties english = words(feature, "");
        for (String language : List.of("_fr", "_es")) {
            Properties other = words(feature, language);
            Set<String> keys = new TreeSet<>(other.stringPropertyNames());
            keys.remove(OPTIONAL);
            assertThat(keys).as(feature + language).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
            for (String key : keys) {
                assertThat(other.getProperty(key))
                        .as("%s in %s%s", key, feature, language)
                        .isNotBlank();
                assertThat(places(other.getProperty(key)))
                        .as("%s in %s%s", key, feature, language)
                        .isEqualTo(places(english.getProperty(key)));
            }
        }
    }

    private static Properties words(String feature, String language) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(RESOURCES.resolve(feature, "words" + language + ".properties"))) {
            words.load(file);
        }
        return words;
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
