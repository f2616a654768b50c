package eu.mieux.images;

import eu.mieux.embedded.Ports;
import eu.mieux.embedded.PostgresServer;
import eu.mieux.local.identity.Identity;
import eu.mieux.local.identity.Issuer;
import eu.mieux.local.identity.Provider;
import eu.mieux.local.suite.Drill;
import eu.mieux.local.suite.Part;
import eu.mieux.local.suite.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The JDK's ahead-of-time cache of a program (JEP 483, 514): with it the JVM starts with its classes loaded and linked. It fits
 * the very JDK and the very jars of one image, so it is taken down in a container of that image without it, which serves for a
 * while: with a database, without Kafka, asked for every list of its contract.
 */
final class StartupCache {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String MOUNT = "/training";

    private final Engine engine;
    private final Path root;
    private final Path scratch;
    private final Path kept;

    /** An image without a cache. */
    record Untrained(String name, String digest, Path tar) {}

    /**
     * @param root the checkout
     * @param kept keeps the caches, so that the same image is trained once, and the logs
     */
    StartupCache(Engine engine, Path root, Path scratch, Path kept) {
        this.engine = engine;
        this.root = root;
        this.scratch = scratch;
        this.kept = kept;
    }

    Path of(Program program, Architecture architecture, Untrained image) throws IOException, InterruptedException {
        Path cache = Files.createDirectories(kept).resolve(image.digest().replace(':', '-') + ".aot");
        return Files.exists(cache)
                ? cache
                : Files.move(train(program, architecture, image), cache, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path train(Program program, Architecture architecture, Untrained image)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "training");
        // The container's account, another than ours, writes into it.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path log = kept.resolve("%s-%s.log".formatted(program.title(), architecture.title()));
        engine.load(image.tar(), log);
        try {
            train(program, architecture, image.name(), folder, log);
        } finally {
            engine.require(log, List.of("rmi", "--force", image.name()));
        }
        return folder.resolve("cache");
    }

    private void train(Program program, Architecture architecture, String name, Path folder, Path log)
            throws IOException, InterruptedException {
        Issuer issuer = new Issuer(Provider.LOCAL, Ports.free());
        startIdentity(issuer, folder);
        int port = Ports.free();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("MIEUX_HOST", "127.0.0.1");
        environment.put("MIEUX_PORT", Integer.toString(port));
        environment.put("MIEUX_ENVIRONMENT", "local");
        environment.put("MIEUX_OIDC_ISSUER", issuer.url());
        try (PostgresServer server = PostgresServer.temporary()) {
            environment.putAll(database(server));
            environment.put("MIEUX_KAFKA", "127.0.0.1:" + Ports.free());
            String container = "mieux-training-" + UUID.randomUUID();
            Process recording = engine.start(
                    log,
                    run(
                            container,
                            name,
                            architecture,
                            folder,
                            environment,
                            List.of(
                                    "-XX:AOTMode=record",
                                    "-XX:AOTConfiguration=" + MOUNT + "/classes",
                                    // What is loaded is taken down, but not what is hot: else every start would at once
                                    // compile all that was.
                                    "-XX:TieredStopAtLevel=1")));
            try {
                awaitReady(port, recording, log);
                new Drill(port, issuer).run(Part.named(program.title()));
            } finally {
                end(recording, container, log);
            }
        }
        engine.require(
                log,
                run(
                        "mieux-training-" + UUID.randomUUID(),
                        name,
                        architecture,
                        folder,
                        Map.of(),
                        List.of(
                                "-XX:AOTMode=create",
                                "-XX:AOTConfiguration=" + MOUNT + "/classes",
                                "-XX:AOTCache=" + MOUNT + "/cache")));
    }

    /** It writes down what it has loaded when it ends. */
    private void end(Process container, String name, Path log) throws IOException, InterruptedException {
        if (container.isAlive()) {
            engine.require(log, List.of("stop", "--time", Long.toString(PATIENCE.toSeconds()), name));
        }
        container.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private List<String> run(
            String container,
            String image,
            Architecture architecture,
            Path folder,
            Map<String, String> environment,
            List<String> options)
            throws IOException {
        List<String> command = Engine.run(container);
        command.addAll(List.of(
                "--volume",
                folder + ":" + MOUNT,
                "--volume",
                root.resolve("deploy").resolve("facility").resolve("mieux") + ":/facility:ro",
                "--env",
                "MIEUX_FACILITY=/facility"));
        environment.forEach((variable, value) -> command.addAll(List.of("--env", variable + "=" + value)));
        String java = JavaRuntime.HOME + "/bin/java";
        if (architecture == Architecture.ofThisMachine()) {
            command.addAll(List.of("--entrypoint", java, image));
        } else {
            String emulator =
                    Engine.onPath(architecture.emulator()).orElseThrow().toString();
            command.addAll(List.of("--volume", emulator + ":/emulator:ro", "--entrypoint", "/emulator", image, java));
        }
        command.addAll(options);
        command.addAll(Start.arguments(null));
        return command;
    }

    private static Map<String, String> database(PostgresServer server) {
        String name = "training";
        String password = UUID.randomUUID().toString();
        server.createDatabase(name, password, password);
        return Map.of(
                "MIEUX_DATABASE_URL", server.jdbcUrl(name),
                "MIEUX_DATABASE_USER", name,
                "MIEUX_DATABASE_PASSWORD", password,
                "MIEUX_DATABASE_OWNER", PostgresServer.owner(name),
                "MIEUX_DATABASE_OWNER_PASSWORD", password);
    }

    private static void startIdentity(Issuer issuer, Path folder) throws IOException {
        try {
            Identity.main(new String[] {
                Integer.toString(issuer.port()), folder.resolve("identity").toString()
            });
        } catch (Exception e) {
            throw new IOException("The identity provider cannot be started: " + e.getMessage(), e);
        }
    }

    private static void awaitReady(int port, Process container, Path log) throws IOException, InterruptedException {
        Readiness readiness = new Readiness();
        Instant end = Instant.now().plus(PATIENCE);
        while (!readiness.ready(port, "/q/health/ready")) {
            if (!container.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("The program in training does not come to serve; see " + log);
            }
            Thread.sleep(POLL);
        }
    }
}
