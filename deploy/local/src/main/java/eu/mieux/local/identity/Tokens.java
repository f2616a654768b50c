package eu.mieux.local.identity;

import eu.mieux.local.Refusal;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Asks the identity provider of a suite for bearer tokens. */
public final class Tokens {

    /** The client of Keycloak's that takes name and password in one call; a front end must not. */
    static final String COMMAND_LINE = "mieux-cli";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client;
    private final Issuer issuer;

    public Tokens(HttpClient client, Issuer issuer) {
        this.client = client;
        this.issuer = issuer;
    }

    /**
     * For the demo person, or the machine, that has this role.
     *
     * @throws IOException when the identity provider cannot be reached or refuses
     */
    public String of(String role) throws IOException, InterruptedException {
        DemoRealm.Principal bearer = DemoRealm.read().having(role);
        if (bearer.client() != null) {
            return ask(machine(bearer.client(), bearer.secret()));
        }
        return switch (issuer.provider()) {
            case LOCAL -> issue(bearer.claims());
            case KEYCLOAK -> ask(person(bearer));
        };
    }

    /**
     * For whomever one likes.
     *
     * @throws Refusal when the provider knows who there is, and gives tokens to nobody else
     * @throws IOException when the identity provider cannot be reached or refuses
     */
    public String issue(Claims claims) throws IOException, InterruptedException {
        if (issuer.provider() != Provider.LOCAL) {
            throw new Refusal(
                    "This suite runs with Keycloak, where everybody's claims are kept: ask for the token of one role without options. Claims at will are given by the local provider: ./mieux up --identity local");
        }
        Map<String, String> form = machine("mieux", "local");
        form.put(SuiteClaims.PARAMETER, JSON.writeValueAsString(claims.values()));
        return ask(form);
    }

    private static Map<String, String> person(DemoRealm.Principal person) {
        return new LinkedHashMap<>(Map.of(
                "grant_type",
                "password",
                "client_id",
                COMMAND_LINE,
                "username",
                person.username(),
                "password",
                person.secret()));
    }

    private static Map<String, String> machine(String id, String secret) {
        return new LinkedHashMap<>(
                Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
    }

    private String ask(Map<String, String> form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(issuer.tokenEndpoint())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "the identity provider answers %d: %s".formatted(response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body()).get("access_token").asString();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
