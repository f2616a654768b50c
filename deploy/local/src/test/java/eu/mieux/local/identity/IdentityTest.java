package eu.mieux.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import eu.mieux.embedded.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

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
    void a_token_names_the_audience_the_issuer_and_the_claims_asked_for() throws Exception {
        SignedJWT token = token(Claims.of("officer").with("regions", List.of("ASIA")));

        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("http://localhost:" + port + "/mieux");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("mieux");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("officer");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("officer");
        assertThat(token.getJWTClaimsSet().getStringListClaim("regions")).containsExactly("ASIA");
    }

    @Test
    void a_token_of_before_a_restart_is_verified_by_the_key_of_after() throws Exception {
        SignedJWT token = token(Claims.of("manager"));

        server.shutdown();
        server = Identity.start(port, folder);

        JWKSet keys = JWKSet.parse(get("/mieux/jwks").body());
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
    }

    @Test
    void the_signing_key_is_for_its_owner_only() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing-key.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whoever_asks_sees_one_issuer() throws Exception {
        assertThat(get("/mieux/.well-known/openid-configuration").body())
                .contains("\"http://localhost:" + port + "/mieux\"");
    }

    @Test
    void every_demo_person_signs_in_by_a_button_with_her_claims() throws Exception {
        FrontEnd frontEnd = new FrontEnd(client, issuer());

        for (DemoRealm.Principal person : DemoRealm.read().persons()) {
            assertThat(HouseClaims.of(frontEnd.claimsOf(person)))
                    .as(person.username())
                    .containsAllEntriesOf(person.claims().values())
                    .containsEntry("aud", List.of("mieux"))
                    .hasSize(person.claims().values().size() + 1);
        }
    }

    @Test
    void a_code_is_worth_nothing_without_its_verifier() throws Exception {
        FrontEnd frontEnd = new FrontEnd(client, issuer());
        String page = frontEnd.authorization(
                Map.of("code_challenge", FrontEnd.challenge("v".repeat(43)), "code_challenge_method", "S256"));

        for (Map<String, String> proof : List.of(Map.<String, String>of(), Map.of("code_verifier", "w".repeat(43)))) {
            Map<String, String> fields = new HashMap<>(proof);
            fields.put("code", code(page));

            HttpResponse<String> answer = frontEnd.redeem(fields);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("\"error\"").doesNotContain("access_token");
        }
    }

    @Test
    void who_asks_to_sign_in_without_pkce_is_sent_back_with_the_reason() throws Exception {
        HttpResponse<String> answer = client.send(
                FrontEnd.get(new FrontEnd(client, issuer()).authorization(Map.of())), BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(FrontEnd.BACK + "?error=invalid_request")
                .contains("PKCE", "state=s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://elsewhere.example/", "http://localhost@elsewhere.example/", "//elsewhere.example", "x y"
            })
    void nobody_is_sent_to_another_machine(String elsewhere) throws Exception {
        FrontEnd frontEnd = new FrontEnd(client, issuer());
        String signIn = frontEnd.authorization(Map.of(
                "redirect_uri",
                elsewhere,
                "code_challenge",
                FrontEnd.challenge("v".repeat(43)),
                "code_challenge_method",
                "S256"));
        String signOut = frontEnd.discovery().get("end_session_endpoint").asString() + "?post_logout_redirect_uri="
                + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);

        for (String address : List.of(signIn, signOut)) {
            HttpResponse<String> answer = client.send(FrontEnd.get(address), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(400);
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void who_signs_out_comes_back() throws Exception {
        String signOut = new FrontEnd(client, issuer())
                        .discovery()
                        .get("end_session_endpoint")
                        .asString()
                + "?post_logout_redirect_uri=" + FrontEnd.BACK + "&state=s";

        assertThat(client.send(FrontEnd.get(signOut), BodyHandlers.ofString())
                        .headers()
                        .firstValue("Location"))
                .hasValue(FrontEnd.BACK + "?state=s");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:5173, true",
        "http://127.0.0.1:3000, true",
        "https://elsewhere.example, false",
        "http://localhost.elsewhere.example, false",
        "null, false"
    })
    void only_front_ends_on_this_machine_may_read_the_answers(String origin, boolean shared) throws Exception {
        HttpRequest preflight = HttpRequest.newBuilder(uri("/mieux/token"))
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpRequest discovery = HttpRequest.newBuilder(uri("/mieux/.well-known/openid-configuration"))
                .header("Origin", origin)
                .build();

        for (HttpRequest request : List.of(preflight, discovery)) {
            assertThat(client.send(request, BodyHandlers.ofString())
                            .headers()
                            .firstValue("Access-Control-Allow-Origin"))
                    .isEqualTo(shared ? Optional.of(origin) : Optional.empty());
        }
    }

    private String code(String page) throws Exception {
        HttpRequest signIn = FrontEnd.form(page, Map.of("username", "ana")).build();
        String back = client.send(signIn, BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return FrontEnd.parameter(URI.create(back), "code");
    }

    private Issuer issuer() {
        return new Issuer(Provider.LOCAL, port);
    }

    private SignedJWT token(Claims claims) throws Exception {
        return SignedJWT.parse(new Tokens(client, issuer()).issue(claims));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
