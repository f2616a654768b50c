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
