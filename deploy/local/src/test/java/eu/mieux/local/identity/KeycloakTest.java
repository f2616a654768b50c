package eu.mieux.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import eu.mieux.embedded.Ports;
import eu.mieux.local.Checkout;
import eu.mieux.local.suite.KeycloakProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The real Keycloak with the realm of the suite, asked as a front end, a machine and the launcher ask it. */
class KeycloakTest {

    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final DemoRealm REALM = DemoRealm.read();

    private static KeycloakProcess process;
    private static Issuer keycloak;
    private static FrontEnd frontEnd;

    @BeforeAll
    static void start() throws Exception {
        keycloak = new Issuer(Provider.KEYCLOAK, Ports.free());
        process = KeycloakProcess.start(
                new Checkout(Path.of(System.getProperty("mieux.root"))), folder.resolve("its data"), keycloak.port());
        frontEnd = new FrontEnd(CLIENT, keycloak);
    }

    @AfterAll
    static void stop() throws Exception {
        CLIENT.close();
        if (process != null) {
            process.stop();
        }
    }

    @Test
    void every_demo_person_has_the_same_claims_as_with_the_local_provider() throws Exception {
        Issuer local = new Issuer(Provider.LOCAL, Ports.free());
        MockOAuth2Server server = Identity.start(local.port(), folder.resolve("local"));
        try {
            FrontEnd sameFrontEnd = new FrontEnd(CLIENT, local);
            SoftAssertions all = new SoftAssertions();
            for (DemoRealm.Principal person : REALM.persons()) {
                JWTClaimsSet claims = frontEnd.claimsOf(person);
                all.assertThat(claims.getIssuer()).isEqualTo(keycloak.url());
                all.assertThat(HouseClaims.of(claims))
                        .as(person.username())
                        .containsEntry("aud", List.of("mieux"))
                        .isEqualTo(HouseClaims.of(sameFrontEnd.claimsOf(person)));
            }
            all.assertAll();
        } finally {
            server.shutdown();
        }
    }

    @Test
    void the_launcher_has_a_token_for_every_role() throws Exception {
        for (String role : Claims.ROLES) {
            JWTClaimsSet claims =
                    SignedJWT.parse(new Tokens(CLIENT, keycloak).of(role)).getJWTClaimsSet();
            assertThat(HouseClaims.of(claims))
                    .as(role)
                    .containsAllEntriesOf(REALM.having(role).claims().values())
                    .containsEntry("aud", List.of("mieux"));
        }
    }

    @Test
    void a_machine_has_the_role_client_and_the_scopes_that_say_what_for() throws Exception {
        Map<String, Set<String>> scopes =
                Map.of("mieux-reader", Set.of(""), "mieux-importer", Set.of("portfolio:read", "portfolio:write"));
        assertThat(REALM.machines())
                .extracting(DemoRealm.Principal::client)
                .containsOnlyOnceElementsOf(scopes.keySet());
        for (DemoRealm.Principal machine : REALM.machines()) {
            JWTClaimsSet claims = claims(machine, Map.of());
            assertThat(claims.getStringListClaim("roles")).containsExactly("client");
            assertThat(Set.of(claims.getStringClaim("scope").split(" ", -1))).isEqualTo(scopes.get(machine.client()));
        }
    }

    @Test
    void the_reading_machine_has_the_scopes_that_it_asks_for() throws Exception {
        DemoRealm.Principal reader = REALM.machines().stream()
                .filter(machine -> machine.client().equals("mieux-reader"))
                .findFirst()
                .orElseThrow();
        JWTClaimsSet claims = claims(reader, Map.of("scope", "events:read requests:read"));
        assertThat(claims.getStringClaim("scope").split(" ", -1))
                .containsExactlyInAnyOrder("events:read", "requests:read");
    }

    private JWTClaimsSet claims(DemoRealm.Principal machine, Map<String, String> more) throws Exception {
        Map<String, String> form = new HashMap<>(more);
        form.putAll(Map.of(
                "grant_type", "client_credentials", "client_id", machine.client(), "client_secret", machine.secret()));
        HttpResponse<String> answer = CLIENT.send(
                FrontEnd.form(frontEnd.discovery().get("token_endpoint").asString(), form)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SignedJWT.parse(new JsonMapper()
                        .readTree(answer.body())
                        .get("access_token")
                        .asString())
                .getJWTClaimsSet();
    }

    @Test
    void a_front_end_without_pkce_or_from_elsewhere_is_sent_away() throws Exception {
        HttpResponse<String> withoutPkce =
                CLIENT.send(FrontEnd.get(frontEnd.authorization(Map.of())), BodyHandlers.ofString());
        HttpResponse<String> fromElsewhere = CLIENT.send(
                FrontEnd.get(frontEnd.authorization(Map.of(
                        "redirect_uri",
                        "https://elsewhere.example/back",
                        "code_challenge",
                        FrontEnd.challenge("v".repeat(43)),
                        "code_challenge_method",
                        "S256"))),
                BodyHandlers.ofString());

        assertThat(withoutPkce.statusCode()).isEqualTo(302);
        URI back = URI.create(withoutPkce.headers().firstValue("Location").orElseThrow());
        assertThat(FrontEnd.parameter(back, "error")).isEqualTo("invalid_request");
        assertThat(fromElsewhere.statusCode()).isEqualTo(400);
    }

    @Test
    void a_password_is_taken_from_the_command_line_only() throws Exception {
        DemoRealm.Principal manager = REALM.having("manager");
        HttpResponse<String> answer = frontEnd.redeem(
                Map.of("grant_type", "password", "username", manager.username(), "password", manager.secret()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unauthorized_client");
    }
}
