package eu.mieux.chassis.testing;

import static java.util.stream.Collectors.joining;

import eu.mieux.chassis.identity.Listener;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One person for every role, all of the same region, country, authority and institution, and somebody without a token. */
public final class Principals {

    public static final String NOBODY = "nobody";

    /** All roles, and {@link #NOBODY}. */
    public static final List<String> ALL = List.of(
            NOBODY,
            "partner",
            "steering-member",
            "eu-delegation",
            "ms-focal-point",
            "officer",
            "manager",
            "emm",
            "logistics",
            "monitoring",
            "knowledge",
            "communications",
            "expert",
            "auditor",
            "client");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Signed once: a signature costs more than a call. */
    private final Map<String, String> tokens = new HashMap<>();

    private final Map<String, List<String>> where;
    private final String scopes;

    /**
     * @param where the claims that say where the roles apply: regions, countries, authority, expert
     * @param resources all that the client's scopes name
     */
    Principals(Map<String, List<String>> where, Stream<String> resources) {
        this.where = where;
        this.scopes = resources
                .flatMap(name -> Stream.of(name + ":read", name + ":write"))
                .collect(joining(" "));
        for (String role : ALL) {
            Tokens token = Tokens.of(role).claim("institution", "INTPA").claim("scope", scopes);
            token.claim("regions", where.getOrDefault("regions", List.of()));
            token.claim("countries", where.getOrDefault("countries", List.of()));
            where.getOrDefault("authority", List.of()).forEach(key -> token.claim("authority", key));
            where.getOrDefault("expert", List.of()).forEach(key -> token.claim("expert", key));
            tokens.put(role, token.token());
        }
    }

    /** One more, who is in none of the columns. */
    void join(String name, Tokens token) {
        tokens.put(name, token.token());
    }

    /** Her rights when she listens to events. */
    Listener listener(String role) {
        Map<String, List<String>> claims = new HashMap<>(where);
        claims.put("institution", List.of("INTPA"));
        return new Listener(Set.of(role), claims, Set.of(scopes.split(" ")));
    }

    record Answer(int statusCode, String body) {}

    /** What this one is answered; by the plainest client, for there are thousands of calls. */
    Answer ask(String role, String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(call::header);
        if (!role.equals(NOBODY)) {
            call.header("Authorization", "Bearer " + tokens.get(role));
        }
        try {
            HttpResponse<InputStream> answer = http.send(call.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream content = answer.body()) {
                // A stream of events never ends, and is left at once.
                boolean endless =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                return new Answer(
                        answer.statusCode(), endless ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    Answer get(String role, String path) {
        return ask(role, "GET", path, Map.of(), "");
    }
}
