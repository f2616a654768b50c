package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
class StreamingTest {

    private static final byte[] MEGABYTE = new byte[1 << 20];

    @TestHTTPResource
    URL gateway;

    @Test
    void an_import_of_hundreds_of_megabytes_arrives_whole() throws Exception {
        HttpResponse<String> answer = Client.HTTP.send(
                Client.request(gateway, "/api/v1/portfolio/activities/imports")
                        .POST(BodyPublishers.ofByteArrays(Collections.nCopies(300, MEGABYTE)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo(String.valueOf(300L << 20));
    }

    @Test
    void a_service_that_does_not_read_holds_the_sender_back() throws Exception {
        long sent = Raw.sendUntilHeldBack(
                gateway,
                "POST /api/v1/portfolio/activities/imports?stalls HTTP/1.1",
                "Host: gateway",
                "Content-Length: " + (300L << 20));
        assertThat(sent)
                .as("bytes that the gateway took without passing them on")
                .isLessThan(32L << 20);
    }

    @Test
    void an_export_of_hundreds_of_megabytes_arrives_whole() throws Exception {
        HttpResponse<InputStream> answer = Client.HTTP.send(
                Client.request(gateway, "/api/v1/portfolio/activities/large").build(), BodyHandlers.ofInputStream());
        long bytes = 0;
        try (InputStream body = answer.body()) {
            for (int read = body.read(MEGABYTE); read >= 0; read = body.read(MEGABYTE)) {
                bytes += read;
            }
        }
        assertThat(bytes).isEqualTo(Behaviours.LARGE);
    }

    @Test
    void what_a_service_has_said_is_passed_on_before_it_has_finished_and_a_client_that_leaves_is_noticed()
            throws Exception {
        HttpResponse<InputStream> answer = Client.HTTP.send(
                Client.request(gateway, "/api/v1/actions/endless").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("first");
        }
        CompletableFuture<Void> gone = Behaviours.ENDLESS.remove();
        gone.get(10, TimeUnit.SECONDS);
    }

    @Test
    void an_answer_that_never_ends_though_nothing_of_it_is_to_be_seen_keeps_nobody_else_waiting() throws Exception {
        // Always the same connection, and so always the same of the gateway's own to the service.
        try (KeptConnection client = new KeptConnection(gateway)) {
            String head = client.ask("HEAD /api/v1/experts/endless HTTP/1.1");
            assertThat(head).startsWith("HTTP/1.1 200");
            CompletableFuture<Void> gone = Behaviours.ENDLESS.remove();
            assertThat(client.ask("GET /api/v1/experts HTTP/1.1")).startsWith("HTTP/1.1 200");
            gone.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_body_that_announces_more_than_the_limit_is_refused_unread() throws Exception {
        String answer = Raw.send(gateway, "POST /api/v1/requests HTTP/1.1", "Host: gateway", "Content-Length: 1048577");
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("urn:mieux:problem:body-too-large")
                .contains("1,048,576");
    }

    @Test
    void a_body_that_grows_over_the_limit_is_cut_off() throws Exception {
        String answer =
                Raw.flood(gateway, 64, "POST /api/v1/requests HTTP/1.1", "Host: gateway", "Transfer-Encoding: chunked");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:mieux:problem:body-too-large");
    }

    @Test
    void an_import_that_grows_over_its_own_limit_is_cut_off() throws Exception {
        String answer = Raw.flood(
                gateway,
                4096,
                "POST /api/v1/portfolio/actions/imports HTTP/1.1",
                "Host: gateway",
                "Transfer-Encoding: chunked");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:mieux:problem:body-too-large");
    }

    @Test
    void a_refusal_reaches_a_client_that_is_still_sending() throws Exception {
        String answer = Raw.flood(
                gateway,
                3,
                "POST /api/v1/actions/refuses-early HTTP/1.1",
                "Host: gateway",
                "Transfer-Encoding: chunked");
        assertThat(answer).startsWith("HTTP/1.1 401").endsWith("no");
    }

    @Test
    void a_body_that_waits_to_be_asked_for_is_asked_for() throws Exception {
        HttpResponse<String> answer = Client.HTTP.send(
                Client.request(gateway, "/api/v1/actions")
                        .expectContinue(true)
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.body()).contains("\"body\":\"{}\"");
    }
}
