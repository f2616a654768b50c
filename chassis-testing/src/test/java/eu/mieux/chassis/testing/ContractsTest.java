package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.mieux.chassis.eventlog.Event;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every guard of a contract is seen failing on a breach that was planted for it. */
class ContractsTest {

    private static final String SCHEMA = """
            {"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object",
             "x-events":{"shoe-sold":"It is gone."},"x-example-event":"shoe-sold",
             "properties":{"pairs":{"type":"integer"}},"required":["pairs"]}""";

    @TempDir
    private Path contract;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(contract.resolve("publishes"));
        Files.createDirectories(contract.resolve("expects"));
        Files.writeString(contract.resolve("publishes/shoe.schema.json"), SCHEMA);
        Files.writeString(contract.resolve("publishes/shoe.example.json"), "{\"pairs\":1}");
    }

    @Test
    void an_example_that_breaks_its_schema_fails() throws IOException {
        Contracts.everyPublishedTopicHasSchemaAndExample(contract, List.of("shoe"));
        Files.writeString(contract.resolve("publishes/shoe.example.json"), "{\"pairs\":\"many\"}");
        assertFails(() -> Contracts.everyPublishedTopicHasSchemaAndExample(contract, List.of("shoe")));
    }

    @Test
    void a_published_topic_without_schema_fails() {
        assertFails(() -> Contracts.everyPublishedTopicHasSchemaAndExample(contract, List.of("shoe", "sock")));
    }

    /** An event that the schema above names. */
    record ShoeSold() implements Event {}

    /** An event that it does not name. */
    record ShoeLost() implements Event {}

    @Test
    void an_event_that_no_schema_names_fails_and_so_does_a_name_without_an_event(@TempDir Path classes)
            throws IOException {
        assertFails(() -> Contracts.everyEventIsInTheSchemaOfItsTopic(contract, classes));
        copy(ShoeSold.class, classes);
        Contracts.everyEventIsInTheSchemaOfItsTopic(contract, classes);
        copy(ShoeLost.class, classes);
        assertFails(() -> Contracts.everyEventIsInTheSchemaOfItsTopic(contract, classes));
    }

    @Test
    void an_event_that_does_not_say_in_a_sentence_what_happened_fails(@TempDir Path classes) throws IOException {
        copy(ShoeSold.class, classes);
        for (String says : List.of("", "sold", "It is gone. */\\nrecord ShoeSold() {}")) {
            Files.writeString(contract.resolve("publishes/shoe.schema.json"), SCHEMA.replace("It is gone.", says));
            assertFails(() -> Contracts.everyEventIsInTheSchemaOfItsTopic(contract, classes));
        }
    }

    private static void copy(Class<?> type, Path folder) throws IOException {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream bytes = type.getResourceAsStream(file)) {
            Files.write(folder.resolve(file), bytes.readAllBytes());
        }
    }

    @Test
    void an_expectation_that_the_owner_does_not_meet_fails() throws IOException {
        Files.writeString(
                contract.resolve("expects/request.schema.json"), SCHEMA.replace("pairs", "no-field-of-a-request"));
        assertFails(() -> Contracts.ownersKeepWhatThisServiceExpects(contract));
    }

    @Test
    void an_expectation_of_a_topic_that_nobody_publishes_fails() throws IOException {
        Files.writeString(contract.resolve("expects/unicorn.schema.json"), SCHEMA);
        assertFails(() -> Contracts.ownersKeepWhatThisServiceExpects(contract));
    }

    @Test
    void an_api_that_is_not_the_committed_one_fails() throws Throwable {
        Files.writeString(contract.resolve("openapi.yaml"), "openapi: 3.1.0");
        serving("openapi: 3.1.0", () -> Contracts.openApiHasNotDrifted(contract, false));
        assertFails(() -> serving("openapi: 3.0.0", () -> Contracts.openApiHasNotDrifted(contract, false)));
    }

    @Test
    void an_api_that_does_not_say_what_it_answers_or_by_what_name_fails() throws IOException {
        for (String flaw : List.of("          content: {}", "    Outcome1:", "    JsonNode:")) {
            String api = "openapi: 3.1.0\n" + flaw + "\n";
            Files.writeString(contract.resolve("openapi.yaml"), api);
            assertFails(() -> serving(api, () -> Contracts.openApiHasNotDrifted(contract, false)));
        }
    }

    private static void serving(String api, ThrowingCallable check) throws Throwable {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/openapi", exchange -> {
            byte[] body = api.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        try {
            RestAssured.port = service.getAddress().getPort();
            check.call();
        } finally {
            service.stop(0);
            RestAssured.port = RestAssured.UNDEFINED_PORT;
        }
    }

    private static void assertFails(ThrowingCallable guard) {
        assertThatThrownBy(guard).isInstanceOf(AssertionError.class);
    }
}
