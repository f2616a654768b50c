package eu.mieux.preimplementation.attachment;

import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.embedded.Ports;
import eu.mieux.embedded.TemporaryFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A real server that speaks S3 (S3Proxy, on a folder), in a process of its own: it verifies signatures and checksums, and can be
 * killed. The service under test keeps its attachments there.
 */
public class S3Server implements QuarkusTestResourceLifecycleManager {

    static final String BUCKET = "letters";

    private static final int PORT = Ports.free();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Optional<Path> folder = Optional.empty();
    private static Optional<Process> process = Optional.empty();

    static String url() {
        return "http://127.0.0.1:" + PORT;
    }

    static BucketSettings settings(String bucket, String secretKey) {
        return new BucketSettings(bucket, Optional.of(URI.create(url())), "us-east-1", "access", secretKey);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Optional.of(Files.createTempDirectory("mieux-s3"));
            run();
            try (S3Client s3 = settings(BUCKET, "secret").client()) {
                s3.createBucket(create -> create.bucket(BUCKET));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The test's S3 server did not start.", e);
        }
        return Map.of(
                "MIEUX_S3_BUCKET", BUCKET,
                "MIEUX_S3_URL", url(),
                "MIEUX_S3_ACCESS_KEY", "access",
                "MIEUX_S3_SECRET_KEY", "secret",
                "mieux.attachments.patience", "PT3S");
    }

    /** On the same port and folder as before. */
    static void run() throws IOException {
        Path home = folder.orElseThrow();
        Path settings = home.resolve("s3proxy.properties");
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "s3proxy.endpoint", url(),
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", "access",
                "s3proxy.credential", "secret",
                "jclouds.provider", "filesystem",
                "jclouds.identity", "none",
                "jclouds.credential", "none",
                "jclouds.filesystem.basedir",
                        Files.createDirectories(home.resolve("data")).toString()));
        try (var out = Files.newOutputStream(settings)) {
            properties.store(out, null);
        }
        Path jar = RealSuite.root().resolve("pre-implementation-service/target/s3/s3proxy-jar-with-dependencies.jar");
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--properties",
                        settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        process = Optional.of(started);
        await().atMost(PATIENCE).until(() -> Ports.occupied(PORT));
    }

    static void kill() throws InterruptedException {
        process.orElseThrow().destroyForcibly().waitFor();
    }

    @Override
    public void stop() {
        process.ifPresent(Process::destroyForcibly);
        folder.ifPresent(TemporaryFolder::delete);
    }
}
