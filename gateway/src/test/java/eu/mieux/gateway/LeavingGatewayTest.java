package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.shutdown.ShutdownRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
@TestProfile(LeavingGatewayTest.Unhurried.class)
class LeavingGatewayTest {

    public static final class Unhurried implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gateway.shutdown.delay", "3S", "gateway.shutdown.patience", "20S");
        }
    }

    private static final String READ = "GET /api/v1/actions HTTP/1.1";

    @TestHTTPResource
    URL gateway;

    @Test
    void what_is_under_way_comes_to_its_end_and_others_are_sent_elsewhere() throws Exception {
        CompletableFuture<HttpResponse<String>> underWay = Client.HTTP.sendAsync(
                Client.request(gateway, "/api/v1/actions/in-two-parts").build(), BodyHandlers.ofString());
        try (KeptConnection kept = new KeptConnection(gateway);
                KeptConnection pipelined = new KeptConnection(gateway)) {
            assertThat(kept.ask(READ)).startsWith("HTTP/1.1 200");
            pipelined.send(READ + "\r\nHost: gateway\r\n\r\nGET /api/v1/actions/in-two-parts HTTP/1.1");
            await().until(() -> Behaviours.SECOND_PARTS.size() == 2);
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(ShutdownRecorder::runShutdown);
            await().atMost(Duration.ofSeconds(3))
                    .until(() -> Client.get(gateway, "/q/health/ready").statusCode() == 503);
            assertThat(Client.get(gateway, "/q/health/live").statusCode()).isEqualTo(200);
            String late = Raw.ask(gateway, READ, "Host: gateway");
            assertThat(late).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");

            await().atMost(Duration.ofSeconds(6))
                    .until(() -> Raw.ask(gateway, READ, "Host: gateway").startsWith("HTTP/1.1 503"));
            assertSentElsewhere(Raw.ask(gateway, READ, "Host: gateway"));
            assertSentElsewhere(kept.ask(READ));
            assertThat(kept.rest()).as("and the connection ends").isEmpty();
            assertThat(Raw.ask(gateway, "GET /q/health/live HTTP/1.1", "Host: gateway"))
                    .startsWith("HTTP/1.1 200");

            Behaviours.SECOND_PARTS.remove().complete("second.");
            assertThat(stopping).as("the other part is under way still").isNotDone();
            Behaviours.SECOND_PARTS.remove().complete("second.");
            assertThat(underWay.get(10, TimeUnit.SECONDS).body()).isEqualTo("first, second.");
            assertThat(pipelined.ask(READ)).startsWith("HTTP/1.1 200");
            stopping.get(20, TimeUnit.SECONDS);
        }
    }

    private static void assertSentElsewhere(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("connection: close")
                .containsIgnoringCase("retry-after: ")
                .contains("urn:mieux:problem:service-unavailable", "about to stop", "not taken effect");
    }
}
