package eu.mieux.local.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Asks the local identity provider for bearer tokens. */
public final class Tokens {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final URI endpoint;

    public Tokens(HttpClient client, int identityPort) {
        this.client = client;
        this.endpoint = URI.create("http://127.0.0.1:" + identityPort + "/" + SuiteClaims.ISSUER + "/token");
    }

    /** @throws IOException when the identity provider cannot be reached or refuses */
    public String issue(Claims claims) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=mieux&client_secret=local&" + SuiteClaims.PARAMETER + "="
                + URLEncoder.encode(JSON.writeValueAsString(claims.values()), StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "the identity provider answers %d: %s".formatted(response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body()).get("access_token").asString();
    }
}
