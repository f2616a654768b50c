package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.shutdown.ShutdownRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.InputStream;
import java.net.URL;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Streams that have no end: they keep nobody else waiting, and a gateway that stops does not wait for them. */
@QuarkusTest
@QuarkusTestResource(Stubs.class)
@TestProfile(FollowersTest.FewConnections.class)
class FollowersTest {

    public static final class FewConnections implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "gateway.pool.connections", "1",
                    "gateway.pool.waiting", "1",
                    "gateway.endless", "/api/v1/actions/endless",
                    "gateway.shutdown.patience", "60S");
        }
    }

    @TestHTTPResource
    URL gateway;

    @Test
    void those_who_follow_keep_nobody_waiting_and_are_sent_away_when_the_gateway_stops() throws Exception {
        // More than one for each event loop.
        int many = 4 * Runtime.getRuntime().availableProcessors();
        List<InputStream> streams = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            HttpResponse<InputStream> stream = Client.HTTP.send(
                    Client.request(gateway, "/api/v1/actions/endless").build(), BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(new String(stream.body().readNBytes(6), StandardCharsets.UTF_8))
                    .isEqualTo("first\n");
            streams.add(stream.body());
        }
        for (int i = 0; i < many; i++) {
            assertThat(Client.get(gateway, "/api/v1/actions").statusCode()).isEqualTo(200);
        }
        long asked = System.nanoTime();
        ShutdownRecorder.runShutdown();
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .as("not as long as requests under way are waited for")
                .isLessThan(Duration.ofSeconds(30));
        for (InputStream stream : streams) {
            assertThat(stream.read())
                    .as("its last chunk, not a broken connection")
                    .isEqualTo(-1);
        }
        assertThat(Behaviours.ENDLESS).hasSizeGreaterThanOrEqualTo(many);
        for (CompletableFuture<Void> gone : Behaviours.ENDLESS) {
            // The service is told that nobody hears it any more.
            gone.get(10, TimeUnit.SECONDS);
        }
    }
}
