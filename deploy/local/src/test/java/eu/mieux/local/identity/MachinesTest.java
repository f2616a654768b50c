package eu.mieux.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import eu.mieux.embedded.Ports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Machines at the local provider; {@code KeycloakTest} has the same of the real one. */
class MachinesTest {

    private static final Map<String, String> READER =
            Map.of("client_id", "mieux-reader", "client_secret", "mieux-reader-local");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private MockOAuth2Server server;
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = Ports.free();
        server = Identity.start(port, folder);
    }

    @AfterEach
    void stop() {
        server.shutdown();
        client.close();
    }

    @Test
    void a_machine_has_its_claims_and_the_scopes_that_it_holds() throws Exception {
        for (DemoRealm.Principal machine : DemoRealm.read().machines()) {
            JWTClaimsSet claims =
                    claims(Map.of("client_id", machine.client(), "client_secret", machine.secret()), Map.of());

            assertThat(HouseClaims.of(claims))
                    .containsAllEntriesOf(machine.claims().values());
            assertThat(claims.getStringListClaim("roles")).containsExactly("client");
            assertThat(claims.getStringClaim("scope"))
                    .isEqualTo(machine.client().equals("mieux-importer") ? "portfolio:read portfolio:write" : "");
        }
    }

    @Test
    void a_machine_has_the_scopes_that_it_asks_for() throws Exception {
        assertThat(claims(READER, Map.of("scope", "events:read requests:read")).getStringClaim("scope"))
                .isEqualTo("events:read requests:read");
    }

    @Test
    void a_machine_may_say_who_it_is_in_the_header() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(token())
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString("mieux-reader:mieux-reader-local"
                                                        .getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=requests:read"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(claims(answer).getStringClaim("scope")).isEqualTo("requests:read");
    }

    @ParameterizedTest
    @CsvSource({
        "mieux-reader-local,   portfolio:write, 400, invalid_scope",
        "mieux-importer-local, requests:read,   401, invalid_client",
        "'',                   requests:read,   401, invalid_client"
    })
    void nothing_is_given_for_another_secret_or_with_a_scope_that_is_not_for_it(
            String secret, String scope, int status, String error) throws Exception {
        HttpResponse<String> answer = ask(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "mieux-reader",
                "client_secret",
                secret,
                "scope",
                scope));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(error).doesNotContain("access_token");
    }

    @Test
    void the_command_line_has_a_machines_token() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(new Tokens(client, new Issuer(Provider.LOCAL, port)).of("client"))
                .getJWTClaimsSet();

        assertThat(claims.getStringListClaim("roles")).isEqualTo(List.of("client"));
    }

    private JWTClaimsSet claims(Map<String, String> machine, Map<String, String> more) throws Exception {
        Map<String, String> form = new HashMap<>(machine);
        form.putAll(more);
        form.put("grant_type", "client_credentials");
        return claims(ask(form));
    }

    private static JWTClaimsSet claims(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SignedJWT.parse(new JsonMapper()
                        .readTree(answer.body())
                        .get("access_token")
                        .asString())
                .getJWTClaimsSet();
    }

    private HttpResponse<String> ask(Map<String, String> form) throws Exception {
        return client.send(FrontEnd.form(token().toString(), form).build(), BodyHandlers.ofString());
    }

    private URI token() {
        return new Issuer(Provider.LOCAL, port).tokenEndpoint();
    }
}
