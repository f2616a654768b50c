package eu.mieux.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The catalogue against the document that it is made of. */
class EventKindTest {

    private static JsonNode document() throws IOException {
        try (InputStream file = EventKindTest.class.getResourceAsStream("/web/asyncapi.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(file));
        }
    }

    @Test
    void every_event_of_the_document_is_in_the_catalogue() throws IOException {
        JsonNode document = document();
        List<EventKind> kinds = EventKind.of(document);
        assertThat(kinds).hasSameSizeAs(document.path("channels")).isNotEmpty();
        for (EventKind kind : kinds) {
            JsonNode types = document.at(
                    "/components/messages/%s/headers/allOf/1/properties/ce_type/enum".formatted(kind.name()));
            assertThat(kind.happenings())
                    .extracting(EventKind.Happening::type)
                    .containsExactlyElementsOf(
                            types.valueStream().map(JsonNode::asText).toList());
            assertThat(kind.fields()).as(kind.name()).isNotEmpty();
        }
    }

    @Test
    void a_kind_says_who_tells_who_follows_and_what_its_fields_are() throws IOException {
        EventKind fiche = EventKind.of(document()).stream()
                .filter(kind -> kind.name().equals("action-fiche"))
                .findFirst()
                .orElseThrow();
        assertThat(fiche.topic()).isEqualTo("mieux.action-fiche");
        assertThat(fiche.publisher()).isEqualTo("pre-implementation");
        assertThat(fiche.followers()).contains("implementation");
        assertThat(fiche.fields())
                .filteredOn(field -> field.name().equals("activities[].days"))
                .singleElement()
                .extracting(Fields.Field::type, Fields.Field::note)
                .containsExactly("whole number", "may be null");
        assertThat(fiche.fields())
                .filteredOn(field -> field.name().equals("status"))
                .singleElement()
                .extracting(Fields.Field::values)
                .isEqualTo(List.of("DRAFT", "ENDORSED"));
    }
}
