package eu.mieux.local.suite;

import eu.mieux.embedded.PostgresServer;
import eu.mieux.local.identity.Issuer;
import eu.mieux.local.identity.Provider;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a suite between two commands; kept in {@code suite.json}. Which of its processes run is not written
 * down but looked up, since a launcher that is killed cannot write.
 *
 * @param port of the gateway
 * @param passwords of the database roles, by role
 * @param portfolio what was loaded on the first start: a folder's name, or "none"; null until that is complete
 * @param identity the identity provider; null is the local one
 */
record SuiteState(
        int port,
        Map<String, String> passwords,
        @Nullable String portfolio,
        @Nullable Provider identity) {

    /** Lower ones are the system's. */
    static final int FIRST_PORT = 1024;

    /** The last with a whole block from it on. */
    static final int LAST_PORT = (1 << 16) - Part.BLOCK;

    SuiteState {
        if (port < FIRST_PORT || port > LAST_PORT) {
            throw new IllegalArgumentException("no port of a suite: " + port);
        }
        if (passwords == null || !roles().allMatch(role -> isPassword(passwords.get(role)))) {
            throw new IllegalArgumentException("passwords are missing");
        }
    }

    /** Who has a password: the superuser, each service, and the owner of each service's database. */
    static Stream<String> roles() {
        return Stream.concat(
                Stream.of("postgres"),
                Part.services().stream()
                        .map(Part::database)
                        .flatMap(name -> Stream.of(name, PostgresServer.owner(name))));
    }

    private static boolean isPassword(@Nullable String password) {
        return password != null && !password.isBlank();
    }

    SuiteState withPort(int newPort) {
        return new SuiteState(newPort, passwords, portfolio, identity);
    }

    SuiteState withPortfolio(String name) {
        return new SuiteState(port, passwords, name, identity);
    }

    SuiteState withIdentity(Provider chosen) {
        return new SuiteState(port, passwords, portfolio, chosen);
    }

    Provider provider() {
        return identity == null ? Provider.LOCAL : identity;
    }

    Issuer issuer() {
        return new Issuer(provider(), Part.IDENTITY.port(port));
    }

    String password(String role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalArgumentException("There is no role " + role);
        }
        return password;
    }
}
