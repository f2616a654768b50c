package eu.mieux.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway that has never heard of its identity provider. */
@QuarkusTest
@QuarkusTestResource(Stubs.class)
@TestProfile(IdentityAwayTest.NewGateway.class)
class IdentityAwayTest {

    public static final class NewGateway implements QuarkusTestProfile {}

    @TestHTTPResource
    URL gateway;

    @AfterEach
    void the_provider_is_back() {
        Provider.away = false;
    }

    private HttpResponse<String> ask(String token) throws Exception {
        return Client.get(gateway, "/api/v1/actions", "Authorization", "Bearer " + token);
    }

    @Test
    void a_provider_that_is_away_stops_only_those_with_a_token_and_only_until_it_is_back() throws Exception {
        Provider.away = true;
        String token = Provider.token("ada").sign();
        HttpResponse<String> refused = ask(token);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("5");
        assertThat(new JsonObject(refused.body()).getString("type"))
                .isEqualTo("urn:mieux:problem:identity-provider-unavailable");
        assertThat(ask(Provider.token("ada").until(-1).sign()).statusCode()).isEqualTo(401);
        assertThat(Client.get(gateway, "/api/v1/actions").statusCode()).isEqualTo(200);
        assertThat(Client.get(gateway, "/q/health/ready").statusCode()).isEqualTo(200);
        Provider.away = false;
        await().atMost(Duration.ofSeconds(15)).until(() -> ask(token).statusCode() == 200);
    }
}
