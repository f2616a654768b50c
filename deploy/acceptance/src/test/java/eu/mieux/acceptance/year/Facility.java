package eu.mieux.acceptance.year;

import eu.mieux.acceptance.Launcher;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An empty suite of its own, in which it is whatever time the test says. */
final class Facility implements AutoCloseable {

    private static final int PORT = Integer.getInteger("mieux.acceptance.year.port", 18280);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Path folder = Launcher.newFolder();
    private final Path ahead = folder.resolve("ahead");
    private final Launcher launcher;
    private final Map<List<String>, String> tokens = new ConcurrentHashMap<>();

    Facility(LocalDateTime opens) {
        itIs(opens);
        launcher = new Launcher(
                folder.resolve("data"),
                Map.of(
                        "MIEUX_CLOCK_AHEAD", ahead.toString(),
                        "MIEUX_CLOCK_WARNING", "1s",
                        "MIEUX_REVIEW_REMINDING", "1s"));
        launcher.succeed("up", "--detach", "--no-training", "--empty", "--port", String.valueOf(PORT));
    }

    /** Lets it be this time in Brussels. */
    void itIs(LocalDateTime time) {
        Duration shift = Duration.between(Instant.now(), time.atZone(BRUSSELS).toInstant());
        try {
            Path written = Files.writeString(folder.resolve("ahead.new"), shift.toString());
            Files.move(written, ahead, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Someone with this role; claims as the launcher's options. */
    RequestSpecification as(String... role) {
        String token = tokens.computeIfAbsent(List.of(role), who -> launcher.token(role));
        return RestAssured.given()
                .baseUri("http://localhost:" + PORT)
                .basePath("/api/v1")
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    @Override
    public void close() {
        launcher.succeed("down");
        Launcher.delete(folder);
    }
}
