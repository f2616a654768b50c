package eu.mieux.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The TypeScript client as its build left it, and Node.js to run what uses it. */
final class Npm {

    private static final Path BUILT = Suite.root().resolve("deploy/clients/typescript/target");

    /** How a command ended, and all that it printed. */
    record Ended(int code, String words) {}

    private Npm() {}

    /** The package; where there is none the test is skipped, and says why. */
    static Path client() {
        Path client = BUILT.resolve("mieux-client.tgz");
        Assumptions.assumeTrue(
                Files.exists(client),
                "There was no Node.js 20 with npm when the TypeScript client was built, so it is not tested. Debian 13: apt-get install nodejs npm");
        return client;
    }

    /** The compiled tests of the client, which import the package as it is published. */
    static Path tests() {
        client();
        return BUILT.resolve("test/out");
    }

    static Ended run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("NO_UPDATE_NOTIFIER", "1");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), words);
    }
}
