package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/events.md} is written by hand, and says what the schemas of the services say. */
class EventCatalogueTest {

    private static final Path HOUSE = Path.of("..");
    private static final Pattern LINE = Pattern.compile("\\| `mieux\\.([\\w-]+)` \\| ([^|]+) \\| ([^|]*) \\|");
    private static final Pattern FOLLOWER =
            Pattern.compile("(pre-implementation|implementation|expert|monitoring|knowledge)(?= ?[(,]|$)");
    private static final String SCHEMA = ".schema.json";

    @Test
    void it_names_every_event_of_every_topic_and_no_other() throws IOException {
        Map<String, Set<String>> told =
                catalogue(line -> Arrays.stream(line.group(2).split(", *", -1))
                        .map(event -> event.startsWith("-") ? line.group(1) + event : event));
        Map<String, Set<String>> published = new TreeMap<>();
        for (Path schema : schemas("publishes")) {
            published.put(
                    type(schema),
                    new TreeSet<>(JsonMapper.shared()
                            .readTree(Files.readString(schema))
                            .path("x-events")
                            .propertyNames()));
        }
        assertThat(told).isEqualTo(published);
    }

    @Test
    void it_names_every_service_that_follows_a_topic_and_no_other() throws IOException {
        Map<String, Set<String>> told =
                catalogue(line -> FOLLOWER.matcher(line.group(3)).results().map(MatchResult::group));
        Map<String, Set<String>> expected = new TreeMap<>();
        schemas("publishes").forEach(schema -> expected.put(type(schema), new TreeSet<>()));
        for (Path schema : schemas("expects")) {
            expected.get(type(schema)).add(service(schema));
        }
        assertThat(told).isEqualTo(expected);
    }

    private static Map<String, Set<String>> catalogue(Function<MatchResult, Stream<String>> read) throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        Set<String> twice = new HashSet<>();
        LINE.matcher(Files.readString(HOUSE.resolve("docs/events.md")))
                .results()
                .forEach(line -> {
                    if (told.put(line.group(1), read.apply(line).collect(Collectors.toCollection(TreeSet::new)))
                            != null) {
                        twice.add(line.group(1));
                    }
                });
        assertThat(twice).isEmpty();
        return told;
    }

    private static List<Path> schemas(String side) throws IOException {
        try (Stream<Path> modules = Files.list(HOUSE)) {
            return modules.filter(module -> module.toString().endsWith("-service"))
                    .flatMap(module -> in(module.resolve("contract").resolve(side)))
                    .filter(file -> file.toString().endsWith(SCHEMA))
                    .toList();
        }
    }

    private static Stream<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new AssertionError(folder.toString(), e);
        }
    }

    private static String type(Path schema) {
        return schema.getFileName().toString().replace(SCHEMA, "");
    }

    private static String service(Path schema) {
        return schema.getParent()
                .getParent()
                .getParent()
                .getFileName()
                .toString()
                .replace("-service", "");
    }
}
