package eu.mieux.local.portfolio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.mieux.local.identity.Issuer;
import eu.mieux.local.identity.Provider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Stands in for the gateway and the identity provider: takes every file, answers with the errors that it was told, and
 * keeps a list of what was asked.
 */
final class FakeGateway implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, List<String>> trialErrors = new HashMap<>();
    private final Map<String, List<String>> realErrors = new HashMap<>();
    private final Map<String, Integer> notKept = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    final List<String> asked = new ArrayList<>();

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    Issuer issuer() {
        return new Issuer(Provider.LOCAL, port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What a dry run of the file complains about: line, column, value, code. */
    FakeGateway finds(String stem, long line, String column, String value, String code) {
        trialErrors.computeIfAbsent(stem, _ -> new ArrayList<>()).add(error(line, column, value, code));
        return this;
    }

    /** What the real import of the file complains about. */
    FakeGateway refuses(String stem, long line, String column, String value, String code) {
        realErrors.computeIfAbsent(stem, _ -> new ArrayList<>()).add(error(line, column, value, code));
        return this;
    }

    /** So many errors of the file are counted beside those told, but not kept. */
    FakeGateway counts(String stem, int more) {
        notKept.put(stem, more);
        return this;
    }

    /** A dry run finds that the file as a whole cannot be read: no row is counted at all. */
    FakeGateway cannotRead(String stem) {
        unreadable.add(stem);
        return finds(stem, 1, "", "", "wrong-header");
    }

    /** The rows of the file are there already. */
    FakeGateway knows(String stem) {
        known.add(stem);
        return this;
    }

    private static String error(long line, String column, String value, String code) {
        return """
                {"line":%d,"column":"%s","value":"%s","code":"%s","message":"\\"%s\\" is wrong","remedy":"write it right"}""".formatted(line, column, value, code, value);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().replace("/api/v1/", "");
        if (!path.startsWith("/mieux")) {
            asked.add(exchange.getRequestMethod() + " " + path);
        }
        exchange.getRequestBody().readAllBytes();
        if (path.equals("/mieux/token")) {
            reply(exchange, 200, "{\"access_token\":\"t\"}");
        } else if (path.contains("/errors")) {
            errors(exchange, path);
        } else if (path.contains("/imports")) {
            operation(exchange, path);
        } else if (path.startsWith("portfolio/expected-figures")) {
            reply(exchange, 200, "figure,year\n");
        } else if (path.startsWith("portfolio/")) {
            reply(exchange, 200, "key\n" + path + "\n");
        } else {
            reply(exchange, 409, "{\"detail\":\"It is published.\"}");
        }
    }

    /** The first answer is RUNNING; asked again, it has ended. */
    private void operation(HttpExchange exchange, String path) throws IOException {
        String stem = path.split("/", -1)[1];
        boolean trial = path.contains("dryRun=true") || path.endsWith("trial");
        int errors = found(stem, trial).size() + notKept.getOrDefault(stem, 0);
        boolean submitted = exchange.getRequestMethod().equals("POST");
        int rows = unreadable.contains(stem) ? 0 : 10;
        int rejected = Math.min(errors, rows);
        int created = known.contains(stem) ? 0 : rows - rejected;
        String status = submitted ? "RUNNING" : errors == 0 ? "SUCCEEDED" : "FAILED";
        reply(exchange, submitted ? 202 : 200, """
                {"id":"%s","file":"%s.csv","mode":"all-or-nothing","dryRun":%s,"status":"%s","bytesRead":1,"bytesTotal":2,\
                "rows":%d,"created":%d,"updated":0,"unchanged":%d,"rejected":%d,"errorCount":%d,"startedAt":null,\
                "finishedAt":null,"detail":null}""".formatted(
                        trial ? "trial" : "real",
                        stem,
                        trial,
                        status,
                        rows,
                        created,
                        rows - rejected - created,
                        rejected,
                        errors));
    }

    /** One error a page. */
    private void errors(HttpExchange exchange, String path) throws IOException {
        List<String> found = found(path.split("/", -1)[1], path.contains("/trial/"));
        int index = path.contains("cursor=") ? Integer.parseInt(path.replaceAll(".*cursor=", "")) : 0;
        String next = index + 1 < found.size() ? "\"" + (index + 1) + "\"" : "null";
        reply(exchange, 200, "{\"items\":[" + found.get(index) + "],\"next\":" + next + "}");
    }

    private List<String> found(String stem, boolean trial) {
        return (trial ? trialErrors : realErrors).getOrDefault(stem, List.of());
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
