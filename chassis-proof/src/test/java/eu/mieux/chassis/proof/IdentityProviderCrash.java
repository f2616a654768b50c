package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.embedded.Ports;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityProviderCrash {

    @Test
    void without_an_identity_provider_the_shop_starts_and_asks_for_patience() {
        Map<String, String> nobodyThere = Map.of(
                "MIEUX_INSTANCE", "1",
                "MIEUX_OIDC_ISSUER", "http://127.0.0.1:" + Ports.free(),
                "QUARKUS_OIDC_CONNECTION_DELAY", "1S");
        try (ShopProcess shop = ShopProcess.start(nobodyThere)) {
            HttpResponse<String> answer = shop.getAnswer("/api/v1/shoes");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }
}
