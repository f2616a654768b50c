package eu.mieux.chassis.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts a service, unless it would trust anybody's tokens. The look comes before all else: whatever Quarkus starts by
 * itself, migrations of the database among it, comes after.
 */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Optional<String> objection = objection(ConfigProvider.getConfig());
        if (objection.isPresent()) {
            System.err.println("Not started: " + objection.get());
            System.exit(1);
        }
        Quarkus.run(arguments);
    }

    /** What counts is what Quarkus will use, whichever way it was set. */
    static Optional<String> objection(Config config) {
        Optional<String> environment = config.getOptionalValue("mieux.environment", String.class);
        boolean ownKey =
                config.getOptionalValue("quarkus.oidc.public-key", String.class).isPresent();
        if (ownKey && !environment.equals(Optional.of(TrustedIssuer.LOCAL))) {
            return Optional.of(
                    "quarkus.oidc.public-key is set: tokens would be verified by that key and not by those of the identity provider. Take it away.");
        }
        return TrustedIssuer.objection(
                environment, config.getOptionalValue("quarkus.oidc.auth-server-url", String.class));
    }
}
