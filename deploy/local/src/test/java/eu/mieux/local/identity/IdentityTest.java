package eu.mieux.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import eu.mieux.embedded.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void a_person_signs_in_by_a_page() throws Exception {
        String path =
                "/mieux/authorize?client_id=page&response_type=code&scope=openid&redirect_uri=http://localhost:1/back";
        assertThat(get(path).body()).contains("<h1>Sign in</h1>");

        HttpRequest signIn = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=ana&claims=%7B%22roles%22%3A%5B%22emm%22%5D%7D"))
                .build();
        String back = client.send(signIn, BodyHandlers.ofString())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
        HttpRequest exchange = HttpRequest.newBuilder(uri("/mieux/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&client_id=page&code=" + code
                        + "&redirect_uri=http://localhost:1/back&client_secret=none"))
                .build();
        String answer = client.send(exchange, BodyHandlers.ofString()).body();
        SignedJWT token = SignedJWT.parse(answer.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1"));

        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("ana");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("emm");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("mieux");
    }

    private SignedJWT token(Claims claims) throws Exception {
        return SignedJWT.parse(new Tokens(client, port).issue(claims));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
