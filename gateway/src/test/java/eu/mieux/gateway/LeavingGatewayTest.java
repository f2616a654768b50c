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

    @TestHTTPResource
    URL gateway;

    @Test
    void what_is_under_way_comes_to_its_end_and_others_are_sent_elsewhere() throws Exception {
        CompletableFuture<HttpResponse<String>> underWay = Client.HTTP.sendAsync(
                Client.request(gateway, "/api/v1/actions/in-two-parts").build(), BodyHandlers.ofString());
        await().until(() -> !Behaviours.SECOND_PARTS.isEmpty());
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(ShutdownRecorder::runShutdown);
        await().atMost(Duration.ofSeconds(3))
                .until(() -> Client.get(gateway, "/q/health/ready").statusCode() == 503);
        assertThat(Client.get(gateway, "/q/health/live").statusCode()).isEqualTo(200);
        String late = Raw.ask(gateway, "GET /api/v1/actions HTTP/1.1", "Host: gateway");
        assertThat(late).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
        assertThat(stopping).isNotDone();
        Behaviours.SECOND_PARTS.remove().complete("second.");
        assertThat(underWay.get(10, TimeUnit.SECONDS).body()).isEqualTo("first, second.");
        stopping.get(20, TimeUnit.SECONDS);
    }
}
