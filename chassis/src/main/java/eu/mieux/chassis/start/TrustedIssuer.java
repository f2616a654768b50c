package eu.mieux.chassis.start;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose tokens may be trusted. Unless somebody says that this is a machine to try things on, an issuer that anybody there
 * could be is refused: one that is reached without TLS, or one on the machine itself, as the local identity provider is,
 * which gives a token for anybody to anybody and never calls itself otherwise.
 *
 * <p>The gateway, which has no chassis, keeps a copy.
 */
final class TrustedIssuer {

    /** The only environment in which everything goes. */
    static final String LOCAL = "local";

    private static final String REMEDY =
            "Set MIEUX_OIDC_ISSUER to the https address of your identity provider; on a machine to try things on, and only there, set MIEUX_ENVIRONMENT=local.";

    private TrustedIssuer() {}

    /** Why a service must not start, in a sentence for its operator; empty when it may. */
    static Optional<String> objection(Optional<String> environment, Optional<String> issuer) {
        if (issuer.filter(text -> !text.isBlank()).isEmpty()) {
            return Optional.of("MIEUX_OIDC_ISSUER is not set: nobody's token could be verified. " + REMEDY);
        }
        if (environment.filter(LOCAL::equals).isPresent()) {
            return Optional.empty();
        }
        return fault(issuer.get())
                .map(fault -> "MIEUX_OIDC_ISSUER is %s, and %s. %s".formatted(issuer.get(), fault, REMEDY));
    }

    private static Optional<String> fault(String issuer) {
        try {
            URI uri = new URI(issuer);
            if (!"https".equalsIgnoreCase(uri.getScheme())) {
                return Optional.of("that is no https address: whoever is on the way could sign tokens");
            }
            if (uri.getHost() == null) {
                return Optional.of("that names no host");
            }
            return isThisMachine(uri.getHost())
                    ? Optional.of("that is this machine: whoever is on it could sign tokens")
                    : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.of("that is no address");
        }
    }

    /** As it is written; a name is not looked up. */
    private static boolean isThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (name.equals("localhost") || name.endsWith(".localhost") || name.equals("localhost.localdomain")) {
            return true;
        }
        try {
            InetAddress address = InetAddress.ofLiteral(name.replaceAll("[\\[\\]]", ""));
            return address.isLoopbackAddress() || address.isAnyLocalAddress();
        } catch (IllegalArgumentException _) {
            // A name.
            return false;
        }
    }
}
