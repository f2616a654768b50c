package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Thousands who take their time, from one address, and one who does not, from another. */
@QuarkusTest
@QuarkusTestResource(Stubs.class)
@TestProfile(SlowClientsTest.Impatient.class)
class SlowClientsTest {

    private static final int MANY = 2_000;
    private static final int BESIDES = 100;

    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.connections.per-address", String.valueOf(MANY),
                    "gateway.connections.head", "4S",
                    "gateway.timeouts.body", "4S",
                    "gateway.timeouts.progress", "2S");
        }
    }

    @TestHTTPResource
    URL gateway;

    private final List<Socket> crowd = new ArrayList<>();

    @AfterEach
    void the_crowd_goes_home() throws IOException {
        for (Socket one : crowd) {
            one.close();
        }
    }

    private void crowd(String address, int count, String sends) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket one = new Socket(gateway.getHost(), gateway.getPort(), InetAddress.getByName(address), 0);
            one.setSoTimeout(20_000);
            crowd.add(one);
            one.getOutputStream().write(sends.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static String answer(Socket one) throws IOException {
        return new String(one.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void assertAnotherIsServed(String... lines) throws IOException {
        assertThat(served("127.0.0.2", lines)).as(lines[0]).isTrue();
    }

    private boolean served(String address, String... lines) throws IOException {
        try (Socket one = new Socket(gateway.getHost(), gateway.getPort(), InetAddress.getByName(address), 0)) {
            one.setSoTimeout(2_000);
            one.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\nHost: gateway\r\nConnection: close\r\n\r\n{}")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return answer(one).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void heads_that_never_end_are_cut_off_and_keep_no_one_waiting() throws Exception {
        crowd("127.0.0.3", MANY, "GET /api/v1/actions HTTP/1.1\r\nHost: gateway\r\nX-Slow: ");
        assertAnotherIsServed("GET /api/v1/actions HTTP/1.1");
        Socket trickling = crowd.getFirst();
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            trickling.getOutputStream().write('x');
            return trickling.getInputStream().available() > 0;
        });
        assertThat(answer(trickling)).startsWith("HTTP/1.1 408").contains("urn:mieux:problem:request-timed-out");
        assertThat(answer(crowd.getLast())).startsWith("HTTP/1.1 408");
    }

    @Test
    void connections_over_the_limit_of_an_address_are_told_so_and_keep_no_other_out() throws Exception {
        crowd("127.0.0.4", MANY, "");
        crowd("127.0.0.4", BESIDES, "GET /api/v1/actions HTTP/1.1\r\nHost: gateway\r\n\r\n");
        assertAnotherIsServed("GET /api/v1/actions HTTP/1.1");
        String refusal = answer(crowd.get(MANY));
        assertThat(refusal)
                .startsWith("HTTP/1.1 429")
                .contains("urn:mieux:problem:too-many-connections", "Retry-After: 5");
        the_crowd_goes_home();
        await().atMost(Duration.ofSeconds(15)).until(() -> served("127.0.0.4", "GET /api/v1/actions HTTP/1.1"));
    }

    @Test
    void small_bodies_that_trickle_keep_no_one_waiting_and_are_cut_off() throws Exception {
        crowd("127.0.0.5", MANY, "POST /api/v1/actions HTTP/1.1\r\nHost: gateway\r\nContent-Length: 2\r\n\r\n{");
        assertAnotherIsServed("POST /api/v1/actions HTTP/1.1", "Content-Length: 2");
        assertThat(answer(crowd.getFirst())).startsWith("HTTP/1.1 408").contains("did not arrive within");
    }

    private static final String BEGINNING =
            "POST %s HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nContent-Length: 500000\r\n\r\n{";

    @Test
    void long_bodies_of_one_address_keep_none_of_another_waiting() throws Exception {
        crowd("127.0.0.7", 100, BEGINNING.formatted("/api/v1/actions"));
        String refusal = answer(crowd.getLast());
        assertThat(refusal)
                .startsWith("HTTP/1.1 429")
                .contains("urn:mieux:problem:too-many-requests", "long bodies are under way", "Retry-After: 5");
        for (int i = 0; i < 20; i++) {
            assertThat(sent(500_000)).isEqualTo(200);
        }
        assertThat(answer(crowd.getFirst())).startsWith("HTTP/1.1 408").contains("arrived within 2 seconds");
        crowd("127.0.0.7", 1, BEGINNING.formatted("/api/v1/actions") + "x".repeat(499_999));
        assertThat(answer(crowd.getLast())).startsWith("HTTP/1.1 200");
    }

    @Test
    void an_import_that_hardly_comes_on_is_cut_off_and_one_that_comes_slowly_is_not() throws Exception {
        String imports = BEGINNING.formatted("/api/v1/portfolio/actions/imports");
        crowd("127.0.0.8", 2, imports);
        Socket trickling = crowd.getFirst();
        Socket slow = crowd.getLast();
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            trickling.getOutputStream().write('x');
            slow.getOutputStream().write(new byte[2_000]);
            return trickling.getInputStream().available() > 0;
        });
        assertThat(answer(trickling)).startsWith("HTTP/1.1 408");
        assertThat(slow.getInputStream().available()).isZero();
    }

    private int sent(int length) throws Exception {
        return Client.HTTP
                .send(
                        Client.request(gateway, "/api/v1/actions")
                                .POST(BodyPublishers.ofString("x".repeat(length)))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void long_bodies_that_trickle_keep_only_other_long_bodies_waiting_and_are_cut_off() throws Exception {
        crowd("127.0.0.6", MANY, BEGINNING.formatted("/api/v1/actions"));
        assertAnotherIsServed("GET /api/v1/actions HTTP/1.1");
        assertAnotherIsServed("POST /api/v1/actions HTTP/1.1", "Content-Length: 2");
        assertThat(answer(crowd.getFirst())).startsWith("HTTP/1.1 408");
        assertThat(sent(500_000)).isEqualTo(200);
    }
}
