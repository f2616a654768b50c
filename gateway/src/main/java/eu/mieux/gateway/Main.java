package eu.mieux.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the gateway, unless it would trust anybody's tokens. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        Config config = ConfigProvider.getConfig();
        Optional<String> objection = TrustedIssuer.objection(
                config.getOptionalValue("MIEUX_ENVIRONMENT", String.class),
                config.getOptionalValue("MIEUX_OIDC_ISSUER", String.class));
        if (objection.isEmpty()) {
            objection = config.getOptionalValue("MIEUX_LOG_FORMAT", String.class)
                    .filter(format -> !format.equals("text") && !format.equals("json"))
                    .map("MIEUX_LOG_FORMAT is \"%s\": text or json."::formatted);
        }
        if (objection.isPresent()) {
            System.err.println("Not started: " + objection.get());
            System.exit(1);
        }
        // Quarkus would answer an address that is no URI with a bare 400; Objections says what is wrong with it.
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(args);
    }
}
