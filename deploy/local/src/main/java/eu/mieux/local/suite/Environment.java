package eu.mieux.local.suite;

import eu.mieux.embedded.PostgresServer;
import eu.mieux.local.Checkout;
import java.util.HashMap;
import java.util.Map;

/** What a service or the gateway is told, all by environment variables. */
final class Environment {

    private static final String HOST = "127.0.0.1";

    private Environment() {}

    static Map<String, String> of(Part part, SuiteState state, Checkout checkout) {
        int port = state.port();
        Map<String, String> environment = new HashMap<>();
        environment.put("MIEUX_HOST", HOST);
        environment.put("MIEUX_PORT", Integer.toString(part.port(port)));
        // Else it would refuse an issuer on this machine.
        environment.put("MIEUX_ENVIRONMENT", "local");
        environment.put("MIEUX_OIDC_ISSUER", state.issuer().url());
        environment.put(
                "MIEUX_FACILITY", checkout.path("deploy", "facility", "mieux").toString());
        if (part == Part.GATEWAY) {
            // Any: its own could be another suite's, or that of the gateway that is trained.
            environment.put("MIEUX_MANAGEMENT_PORT", "0");
            for (Part service : Part.services()) {
                environment.put(service.environmentName(), "http://" + HOST + ":" + service.port(port));
            }
        } else {
            environment.put("MIEUX_PUBLIC_URL", "http://localhost:" + Part.GATEWAY.port(port));
            environment.put("MIEUX_KAFKA", HOST + ":" + Part.KAFKA.port(port));
            environment.put(
                    "MIEUX_DATABASE_URL",
                    "jdbc:postgresql://%s:%d/%s".formatted(HOST, Part.POSTGRES.port(port), part.database()));
            environment.put("MIEUX_DATABASE_USER", part.database());
            environment.put("MIEUX_DATABASE_PASSWORD", state.password(part.database()));
            String owner = PostgresServer.owner(part.database());
            environment.put("MIEUX_DATABASE_OWNER", owner);
            environment.put("MIEUX_DATABASE_OWNER_PASSWORD", state.password(owner));
        }
        return environment;
    }
}
