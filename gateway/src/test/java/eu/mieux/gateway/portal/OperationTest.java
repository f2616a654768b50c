package eu.mieux.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reference against the document that it is made of. */
class OperationTest {

    private JsonNode document;

    @BeforeEach
    void the_document() throws IOException {
        try (InputStream file = OperationTest.class.getResourceAsStream("/web/openapi.json")) {
            document = new ObjectMapper().readTree(Objects.requireNonNull(file));
        }
    }

    private Operation.Answer answer(String method, String path, String status) throws IOException {
        JsonNode described = document.path("paths").path(path).path(method);
        return Operation.of(method, path, described, document).answers().stream()
                .filter(answer -> answer.status().equals(status))
                .findFirst()
                .orElseThrow();
    }

    private Operation operation(String method, String path) throws IOException {
        return Operation.of(method, path, document.path("paths").path(path).path(method), document);
    }

    @Test
    void a_parameter_says_how_large_it_may_be_and_what_holds_without_it() throws IOException {
        assertThat(operation("get", "/api/v1/requests").parameters())
                .extracting(parameter -> parameter.name() + ": " + parameter.type() + ", " + parameter.bounds())
                .contains(
                        "limit: whole number, 1–200, else 20",
                        "sort: code, else -id",
                        "cursor: text, ",
                        "year: whole number, ");
    }

    @Test
    void a_field_to_be_sent_says_how_long_it_may_be_and_one_of_an_answer_does_not() throws IOException {
        assertThat(operation("post", "/api/v1/requests").body())
                .filteredOn(field -> field.name().equals("title"))
                .singleElement()
                .extracting(Fields.Field::bounds)
                .asString()
                .endsWith(" characters");
        assertThat(answer("get", "/api/v1/requests/{idOrReference}", "200").fields())
                .allSatisfy(field -> assertThat(field.bounds()).isEmpty());
    }

    @Test
    void bounds_are_told_in_few_words() throws IOException {
        assertThat(bounds("{'type': 'string', 'minLength': 1, 'maxLength': 200}"))
                .isEqualTo("1–200 characters");
        assertThat(bounds("{'type': 'string', 'maxLength': 1}")).isEqualTo("up to 1 character");
        assertThat(bounds("{'type': 'number', 'minimum': 0}")).isEqualTo("from 0");
        assertThat(
                        bounds(
                                "{'type': 'array', 'maxItems': 9, 'items': {'type': 'string', 'minLength': 2, 'maxLength': 2}}"))
                .isEqualTo("up to 9 entries, each 2 characters");
        assertThat(bounds("{'type': 'boolean', 'default': false}")).isEqualTo("else false");
    }

    private String bounds(String schema) throws IOException {
        return Bounds.of(new ObjectMapper().readTree(schema.replace('\'', '"')), document);
    }

    @Test
    void a_field_that_may_be_null_says_so() throws IOException {
        assertThat(answer("get", "/api/v1/requests/{idOrReference}", "200").fields())
                .filteredOn(field -> field.name().equals("submittedOn"))
                .singleElement()
                .extracting(Fields.Field::type, Fields.Field::note)
                .containsExactly("date", "may be null");
    }

    @Test
    void a_stream_shows_what_one_of_its_events_holds() throws IOException {
        assertThat(answer("get", "/api/v1/events", "200").example()).contains("eu.mieux.request-submitted");
    }

    @Test
    void what_an_answer_means_is_html_not_markdown() throws IOException {
        assertThat(answer("put", "/api/v1/action-fiches/{idOrReference}", "204").description())
                .contains("<code>Prefer: return=minimal</code>");
    }
}
