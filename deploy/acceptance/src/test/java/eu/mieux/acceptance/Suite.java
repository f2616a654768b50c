package eu.mieux.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The suite under test, started once by the launcher as a newcomer starts it, on data and ports of its own; or, to try a
 * test while writing it, one that already runs: {@code -Dmieux.acceptance.data=FOLDER -Dmieux.acceptance.port=N}.
 */
final class Suite {

    private static final Path ROOT = Path.of(System.getProperty("mieux.root"));
    private static final int PORT = Integer.getInteger("mieux.acceptance.port", 18080);
    private static final Optional<Path> RUNNING =
            Optional.ofNullable(System.getProperty("mieux.acceptance.data")).map(Path::of);
    private static final Path DATA = RUNNING.orElseGet(Suite::newFolder);
    private static final Map<List<String>, String> TOKENS = new ConcurrentHashMap<>();

    /** How a command of the launcher ended, what it printed, and what it said beside that, or complained of. */
    record Ended(int code, String output, String remarks) {

        String all() {
            return output + remarks;
        }
    }

    static {
        if (RUNNING.isEmpty()) {
            start();
        }
    }

    private Suite() {}

    private static void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            mieux("down");
            delete(DATA);
        }));
        Ended up = mieux("up", "--detach", "--no-training", "--port", String.valueOf(PORT));
        if (up.code() != 0) {
            throw new IllegalStateException("The suite did not start:\n" + up.all());
        }
    }

    static String url() {
        return "http://localhost:" + PORT;
    }

    /** Of the gateway; the identity provider is six further on. */
    static int port() {
        return PORT;
    }

    static Path data() {
        return DATA;
    }

    /** Of the local identity provider, which every suite has that is not told otherwise. */
    static String issuer() {
        return "http://localhost:" + (PORT + 6) + "/mieux";
    }

    static Path root() {
        return ROOT;
    }

    static Path portfolio() {
        return ROOT.resolve("deploy/portfolio/mieux-2009-2024");
    }

    /** A request by someone with this role; claims as the launcher's options: {@code "--region", "ASIA"}. */
    static RequestSpecification as(String role, String... claims) {
        return anonymous().auth().oauth2(token(role, claims));
    }

    static RequestSpecification anonymous() {
        return given().baseUri(url());
    }

    static RequestSpecification send(RequestSpecification who, Object body) {
        return who.contentType(ContentType.JSON).body(body);
    }

    /** A bearer token for someone with this role; without claims for the demo person who has it. */
    static String token(String role, String... claims) {
        List<String> who = new ArrayList<>(List.of(role));
        who.addAll(List.of(claims));
        return TOKENS.computeIfAbsent(who, Suite::token);
    }

    private static String token(List<String> who) {
        List<String> command = new ArrayList<>(List.of("token"));
        command.addAll(who);
        Ended token = mieux(command.toArray(String[]::new));
        if (token.code() != 0) {
            throw new IllegalStateException(token.all());
        }
        return token.output().strip();
    }

    /** Runs a command of the launcher on the suite under test. */
    static Ended mieux(String... words) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("mieux").toString()));
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--data", DATA.toString()));
        try {
            // Files, not pipes: what the launcher leaves running would hold a pipe open.
            Path output = Files.createTempFile("mieux-", ".out");
            Path remarks = Files.createTempFile("mieux-", ".err");
            Process process = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(remarks.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            Ended ended = new Ended(process.waitFor(), Files.readString(output), Files.readString(remarks));
            Files.delete(output);
            Files.delete(remarks);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory("mieux-acceptance-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
