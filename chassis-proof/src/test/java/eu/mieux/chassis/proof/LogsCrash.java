package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.testing.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Logs for collectors: an object on each line, in the form of ECS. */
class LogsCrash {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void with_json_each_line_is_an_object_that_says_whose_it_is_and_of_which_trace() throws IOException {
        Map<String, String> settings = Map.of("MIEUX_INSTANCE", "1", "MIEUX_LOG_FORMAT", "json");
        try (ShopProcess shop = ShopProcess.start(settings)) {
            String key = UUID.randomUUID().toString();
            ProducerRecord<String, String> poison = new ProducerRecord<>("mieux.shoe", key, "this is no JSON");
            poison.headers()
                    .add(
                            "traceparent",
                            "00-%s-b7ad6b7169203331-01".formatted(TRACE).getBytes(StandardCharsets.UTF_8));
            Stream.send(poison);
            await().until(() -> shop.said().contains(key));
            List<JsonNode> lines = lines(shop.said());
            assertThat(lines).isNotEmpty().allSatisfy(line -> {
                assertThat(line.path("@timestamp").asText()).isNotEmpty();
                assertThat(line.path("log.level").asText()).isNotEmpty();
                assertThat(line.path("message").asText()).isNotEmpty();
                assertThat(line.path("service.name").asText()).isEqualTo("chassis-proof");
            });
            assertThat(lines).anySatisfy(line -> {
                assertThat(line.path("message").asText()).startsWith("Parked ").contains(key);
                assertThat(line.path("mdc").path("traceId").asText()).isEqualTo(TRACE);
            });
        } finally {
            Premises.books().execute("delete from parked_record");
        }
    }

    @Test
    void without_a_wish_lines_are_for_people() throws IOException {
        try (ShopProcess shop = ShopProcess.start()) {
            assertThat(shop.said()).contains("INFO  [").doesNotContain("\"@timestamp\"");
        }
    }

    @Test
    void another_form_is_refused_with_the_name_of_the_setting() throws Exception {
        try (ShopProcess shop = ShopProcess.launch(Map.of("MIEUX_LOG_FORMAT", "yaml"))) {
            assertThat(shop.awaitEnd()).isEqualTo(1);
            assertThat(shop.said()).contains("MIEUX_LOG_FORMAT is \"yaml\": text or json");
        }
    }

    /** What the JVM itself says, before anything is set up, is no matter of this. */
    private static List<JsonNode> lines(String said) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : said.lines().dropWhile(line -> !line.startsWith("{")).toList()) {
            lines.add(json.readTree(line));
        }
        return lines;
    }
}
