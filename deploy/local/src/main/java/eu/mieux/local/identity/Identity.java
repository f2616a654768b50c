package eu.mieux.local.identity;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The identity provider as one process, on 127.0.0.1 only. Anybody on this machine may sign in as anybody;
 * the demo realm's machines have their secrets and scopes, as with Keycloak.
 *
 * <p>Arguments: port, and the folder that keeps the signing key, so that tokens outlive a restart.
 */
public final class Identity {

    private Identity() {}

    public static void main(String[] arguments) throws Exception {
        MockOAuth2Server server = start(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
    }

    static MockOAuth2Server start(int port, Path folder) throws IOException, JOSEException, ParseException {
        Files.createDirectories(folder);
        Path loginPage = folder.resolve("login.html");
        DemoRealm realm = DemoRealm.read();
        Files.writeString(loginPage, LoginPage.offering(realm.persons()));
        MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(
                true,
                loginPage.toString(),
                null,
                false,
                new OAuth2TokenProvider(new OneKey(SigningKey.keptIn(folder.resolve("signing-key.json")))),
                Set.of(new SuiteClaims(new Machines(realm))),
                new LoopbackHttpServer(Issuer.base(port))));
        server.start(InetAddress.ofLiteral("127.0.0.1"), port);
        return server;
    }
}
