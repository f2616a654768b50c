package eu.mieux.acceptance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The suite under test, started once by the launcher as a newcomer starts it, on data and ports of its own; or, to try a
 * test while writing it, one that already runs: {@code -Dmieux.acceptance.data=FOLDER -Dmieux.acceptance.port=N}.
 */
final class Suite {

    private static final int PORT = Integer.getInteger("mieux.acceptance.port", 18080);
    private static final Optional<Path> RUNNING =
            Optional.ofNullable(System.getProperty("mieux.acceptance.data")).map(Path::of);
    private static final Path DATA = RUNNING.orElseGet(Launcher::newFolder);
    private static final Launcher LAUNCHER = new Launcher(DATA, Map.of());
    private static final Map<List<String>, String> TOKENS = new ConcurrentHashMap<>();

    static {
        if (RUNNING.isEmpty()) {
            start();
        }
    }

    private Suite() {}

    private static void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            mieux("down");
            Launcher.delete(DATA);
        }));
        LAUNCHER.succeed("up", "--detach", "--no-training", "--port", String.valueOf(PORT));
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
        return Launcher.ROOT;
    }

    static Path portfolio() {
        return root().resolve("deploy/portfolio/mieux-2009-2024");
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
        return TOKENS.computeIfAbsent(who, words -> LAUNCHER.token(words.toArray(String[]::new)));
    }

    /** Runs a command of the launcher on the suite under test. */
    static Launcher.Ended mieux(String... words) {
        return LAUNCHER.run(words);
    }
}
