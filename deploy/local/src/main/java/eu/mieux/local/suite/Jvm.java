package eu.mieux.local.suite;

import eu.mieux.embedded.OwnSession;
import eu.mieux.local.Checkout;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts one JVM of the suite: small, in a session of its own, its output in its log. */
final class Jvm {

    /**
     * The suite is nine processes on one machine: each takes a collector without threads of its own, and objects with the
     * smaller headers.
     */
    static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** The C library's allocator gives each of a JVM's many threads room of its own otherwise, and takes none of it back. */
    private static final Map<String, String> FEW_ARENAS = Map.of("MALLOC_ARENA_MAX", "2");

    /** What this shell has set for other purposes must not reach the parts… */
    private static final List<String> FOREIGN = List.of("MIEUX_", "QUARKUS_", "KC_");

    /** …but for what an operator tunes, wherever the parts are and whatever they are called. */
    private static final Set<String> TUNED = Set.of(
            "MIEUX_CLOCK_AHEAD",
            "MIEUX_CLOCK_WARNING",
            "MIEUX_REVIEW_REMINDING",
            "MIEUX_CORS_ORIGINS",
            "MIEUX_WEBHOOK_NETWORKS",
            "MIEUX_S3_BUCKET",
            "MIEUX_S3_URL",
            "MIEUX_S3_REGION",
            "MIEUX_S3_ACCESS_KEY",
            "MIEUX_S3_SECRET_KEY",
            "MIEUX_SMTP_TLS",
            "MIEUX_SMTP_STARTTLS",
            "MIEUX_SMTP_PASSWORD",
            "MIEUX_SMTP_USER",
            "MIEUX_SMTP_PORT",
            "MIEUX_SMTP_HOST",
            "MIEUX_MAIL_FROM",
            "MIEUX_PUBLIC_URL",
            "MIEUX_REQUEST_PAGE",
            "MIEUX_MEETING_PAGE",
            "MIEUX_TRUSTED_PROXIES",
            "MIEUX_CONNECTIONS",
            "MIEUX_CONNECTIONS_PER_ADDRESS",
            "MIEUX_RATE_LIMIT_PRINCIPAL",
            "MIEUX_RATE_LIMIT_PRINCIPAL_BURST",
            "MIEUX_RATE_LIMIT_ADDRESS",
            "MIEUX_RATE_LIMIT_ADDRESS_BURST");

    private static final long LOG_KEPT_BYTES = 10L << 20;

    private Jvm() {}

    /** @param name by which the process is found again, and its log */
    static Process start(
            SuiteFolder folder, String name, Path log, List<String> options, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.add(Checkout.java().toString());
        command.addAll(RunningParts.marks(folder, name));
        command.addAll(SMALL);
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(freshLog(log).toFile()));
        builder.environment().keySet().removeIf(Jvm::isForeign);
        builder.environment().putAll(FEW_ARENAS);
        builder.environment().putAll(environment);
        return builder.start();
    }

    static boolean isForeign(String variable) {
        return FOREIGN.stream().anyMatch(variable::startsWith) && !TUNED.contains(variable);
    }

    /** A log that has grown large makes room for a new one; one older is kept. */
    static Path freshLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_KEPT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }
}
