package eu.mieux.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who asks for the head of a stream alone gets that, and the connection brings the next answer. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class HeadOfStreamsTest {

    private static final int MORE_THAN_ONE_MAY_FOLLOW = 15;

    private final String manager =
            Tokens.of("manager").subject(UUID.randomUUID().toString()).token();

    @Test
    void the_head_of_the_events_is_the_whole_answer_and_takes_nobodys_place() throws Exception {
        try (Connection connection = new Connection(manager)) {
            for (int i = 0; i < MORE_THAN_ONE_MAY_FOLLOW; i++) {
                assertThat(connection.ask("HEAD", "/api/v1/events"))
                        .startsWith("HTTP/1.1 200")
                        .containsIgnoringCase("content-type: text/event-stream");
            }
            assertThat(connection.ask("GET", "/api/v1/publications?limit=1")).startsWith("HTTP/1.1 200");
        }
        try (Follower follower = Follower.of(manager, "")) {
            assertThat(follower.hasEnded()).isFalse();
        }
    }

    @Test
    void what_the_stream_would_refuse_is_refused_to_who_asks_for_its_head() throws Exception {
        try (Connection connection = new Connection(manager)) {
            assertThat(connection.ask("HEAD", "/api/v1/events?type=eu.mieux.shoe-sold"))
                    .startsWith("HTTP/1.1 422");
            assertThat(connection.ask("HEAD", "/api/v1/events", "Last-Event-ID: 999999999999"))
                    .startsWith("HTTP/1.1 410");
            assertThat(connection.ask("HEAD", "/api/v1/events")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void the_head_of_an_export_is_the_whole_answer() throws Exception {
        try (Connection connection = new Connection(manager)) {
            assertThat(connection.ask("HEAD", "/api/v1/portfolio/publications"))
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("content-type: text/csv");
            assertThat(connection.ask("HEAD", "/api/v1/portfolio/publications")).startsWith("HTTP/1.1 200");
            assertThat(connection.ask("GET", "/api/v1/publications?limit=1")).startsWith("HTTP/1.1 200");
        }
    }

    /** One that is kept, as those of the gateway are; no client library shows which connection an answer came by. */
    private static final class Connection implements AutoCloseable {

        private static final String END_OF_HEAD = "\r\n\r\n";

        private final String token;
        private final Socket socket = new Socket("localhost", RestAssured.port);
        private final InputStream answers = new BufferedInputStream(socket.getInputStream());

        Connection(String token) throws IOException {
            this.token = token;
            socket.setSoTimeout(5_000);
        }

        /** @return the head of the answer */
        String ask(String method, String target, String... headers) throws IOException {
            String more =
                    String.join("", Stream.of(headers).map(one -> one + "\r\n").toList());
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer %s\r\n%s\r\n"
                            .formatted(method, target, token, more)
                            .getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder head = new StringBuilder();
            while (head.indexOf(END_OF_HEAD) < 0) {
                int next = answers.read();
                if (next < 0) {
                    throw new EOFException("ended after: " + head);
                }
                head.append((char) next);
            }
            return head.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
