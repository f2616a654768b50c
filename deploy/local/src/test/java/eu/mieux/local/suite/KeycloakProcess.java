package eu.mieux.local.suite;

import eu.mieux.local.Checkout;
import eu.mieux.local.identity.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Keycloak as the launcher starts it, without the rest of a suite. */
public final class KeycloakProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;

    private KeycloakProcess(Process process) {
        this.process = process;
    }

    /** Returns when it can serve. */
    public static KeycloakProcess start(Checkout checkout, Path data, int port)
            throws IOException, InterruptedException {
        SuiteFolder folder = new SuiteFolder(data);
        folder.create(port);
        Path log = folder.log(Part.IDENTITY);
        Process process = Jvm.start(
                folder,
                Part.IDENTITY.title(),
                log,
                new Launches(checkout, folder).keycloak().command(port, folder.keycloak()),
                Map.of());
        Instant end = Instant.now().plus(PATIENCE);
        Readiness readiness = new Readiness();
        while (!readiness.ready(port, Provider.KEYCLOAK.readyPath())) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
                process.destroyForcibly();
                throw new AssertionError("Keycloak did not start: " + Files.readString(log));
            }
        }
        return new KeycloakProcess(process);
    }

    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
