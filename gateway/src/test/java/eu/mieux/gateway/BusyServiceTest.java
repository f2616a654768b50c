package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stubs.class)
@TestProfile(BusyServiceTest.OneConnection.class)
class BusyServiceTest {

    public static final class OneConnection implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("gateway.pool.connections", "1", "gateway.pool.waiting", "1");
        }
    }

    @TestHTTPResource
    URL gateway;

    @Test
    void a_service_with_too_many_requests_is_busy_and_not_down() {
        // More than two for each event loop: one is passed on, one waits.
        int many = 8 * Runtime.getRuntime().availableProcessors();
        List<CompletableFuture<HttpResponse<String>>> asked = IntStream.range(0, many)
                .mapToObj(i -> Client.HTTP.sendAsync(
                        Client.request(gateway, "/api/v1/actions/silent").build(), BodyHandlers.ofString()))
                .toList();
        List<HttpResponse<String>> refused = asked.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.statusCode() == 503)
                .toList();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(new JsonObject(answer.body()).getString("detail"))
                        .contains("implementation service is busy."));
    }
}
