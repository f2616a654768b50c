package eu.mieux.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsDocumentTest {

    private static final String SCHEMA = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"mieux.shoe","description":"A shoe.",
             "x-events":{"shoe-made":"It is new.","shoe-sold":"It is gone."},"x-example-event":"shoe-sold",
             "type":"object","properties":{"id":{"type":"string","format":"uuid"}},"required":["id"]}""";

    @TempDir
    private Path checkout;

    private ObjectNode document() throws IOException {
        Path maker = Files.createDirectories(checkout.resolve("maker-service/contract/publishes"));
        Path seller = Files.createDirectories(checkout.resolve("seller-service/contract/expects"));
        Files.writeString(maker.resolve("shoe.schema.json"), SCHEMA);
        Files.writeString(maker.resolve("shoe.example.json"), "{\"id\":\"019361a0-5f7b-7c3e-9d52-3b8a1f0c7e02\"}");
        Files.writeString(seller.resolve("shoe.schema.json"), SCHEMA);
        return EventsDocument.of("1.2.3", List.of(maker.getParent(), seller.getParent()));
    }

    @Test
    void each_published_topic_is_a_channel_that_says_who_tells_and_who_follows() throws IOException {
        ObjectNode document = document();
        assertThat(document.path("channels")).hasSize(1);
        JsonNode channel = document.at("/channels/shoe");
        assertThat(channel.path("address").asText()).isEqualTo("mieux.shoe");
        assertThat(channel.path("description").asText()).isEqualTo("A shoe. Followed by: seller.");
        assertThat(document.at("/operations/publishShoe/title").asText()).contains("maker");
    }

    @Test
    void a_message_has_its_headers_its_key_and_an_example_of_one_of_its_events() throws IOException {
        JsonNode message = document().at("/components/messages/shoe");
        assertThat(message.at("/headers/allOf/1/properties/ce_type/enum"))
                .map(JsonNode::asText)
                .containsExactly("eu.mieux.shoe-made", "eu.mieux.shoe-sold");
        assertThat(message.at("/headers/allOf/1/properties/ce_source/enum"))
                .map(JsonNode::asText)
                .containsExactly("/maker");
        assertThat(message.path("description").asText()).contains("- `eu.mieux.shoe-sold`: It is gone.");
        assertThat(message.at("/bindings/kafka/key/format").asText()).isEqualTo("uuid");
        JsonNode example = message.at("/examples/0");
        assertThat(example.at("/headers/ce_type").asText()).isEqualTo("eu.mieux.shoe-sold");
        assertThat(example.at("/headers/ce_subject")).isEqualTo(example.at("/payload/id"));
    }
}
