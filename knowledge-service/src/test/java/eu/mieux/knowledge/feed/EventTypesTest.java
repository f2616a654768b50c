package eu.mieux.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.chassis.problem.InvalidFields;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EventTypesTest {

    @Test
    void what_is_no_type_is_refused_null_too() {
        for (String none : Arrays.asList(
                null, "", "request-submitted", "eu.mieux.request-", "eu.mieux.request-foo", "eu.mieux.shoe-*")) {
            assertThatThrownBy(() -> EventTypes.of("/types", Arrays.asList("eu.mieux.request-*", none)))
                    .as("%s", none)
                    .isInstanceOf(InvalidFields.class)
                    .hasMessageContaining("/types/1");
        }
    }

    @Test
    void all_of_a_kind_are_not_those_of_a_kind_whose_name_begins_alike() {
        EventTypes actions = EventTypes.of("/types", List.of("eu.mieux.action-*"));
        assertThat(actions.include("action", "eu.mieux.action-launched")).isTrue();
        assertThat(actions.include("action-fiche", "eu.mieux.action-fiche-drafted"))
                .isFalse();
        assertThat(EventTypes.of("/types", List.of()).include("action-fiche", "eu.mieux.action-fiche-drafted"))
                .isTrue();
    }

    @Test
    void every_kind_of_record_that_a_service_publishes_can_be_followed() throws IOException {
        Set<String> published = new TreeSet<>();
        try (DirectoryStream<Path> services = Files.newDirectoryStream(Path.of(".."), "*-service")) {
            for (Path service : services) {
                Properties settings = new Properties();
                try (Reader file =
                        Files.newBufferedReader(service.resolve("src/main/resources/application.properties"))) {
                    settings.load(file);
                }
                published.addAll(List.of(settings.getProperty("mieux.publishes").split(",")));
            }
        }
        assertThat(EventTypes.KINDS).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void every_type_that_a_service_publishes_can_be_asked_for_and_no_other() throws IOException {
        Set<String> published = new TreeSet<>();
        try (DirectoryStream<Path> services = Files.newDirectoryStream(Path.of(".."), "*-service")) {
            for (Path service : services) {
                try (DirectoryStream<Path> schemas =
                        Files.newDirectoryStream(service.resolve("contract/publishes"), "*.schema.json")) {
                    for (Path schema : schemas) {
                        JsonMapper.shared()
                                .readTree(Files.readString(schema))
                                .get("x-events")
                                .propertyNames()
                                .forEach(type -> published.add("eu.mieux." + type));
                    }
                }
            }
        }
        assertThat(EventTypes.KNOWN).containsExactlyInAnyOrderElementsOf(published);
    }
}
