package eu.mieux.local.portfolio;

import eu.mieux.local.Refusal;
import eu.mieux.local.identity.Issuer;
import eu.mieux.local.identity.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite's API, as far as portfolios go, spoken as programme manager. */
final class Gateway {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration TOKEN_USE = Duration.ofHours(1);
    private static final int PAGE = 200;

    private final HttpClient client;
    private final Tokens tokens;
    private final String base;
    private String token = "";
    private Instant tokenEnds = Instant.EPOCH;

    Gateway(int port, Issuer issuer) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.tokens = new Tokens(client, issuer);
        this.base = "http://127.0.0.1:" + port + "/api/v1/";
    }

    /** Hands over a file from disk, whatever its size. */
    Operation submit(PortfolioFile file, Path content, Mode mode) throws IOException, InterruptedException {
        HttpRequest request = request("portfolio/" + file.stem() + "/imports?" + mode.query())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(content))
                .build();
        return JSON.readValue(send(request, 202), Operation.class);
    }

    Operation progress(PortfolioFile file, Operation operation) throws IOException, InterruptedException {
        return JSON.readValue(send(request(imports(file, operation)).GET().build(), 200), Operation.class);
    }

    ErrorPage errors(PortfolioFile file, Operation operation, @Nullable String cursor)
            throws IOException, InterruptedException {
        String from = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        String path = imports(file, operation) + "/errors?limit=" + PAGE + from;
        return JSON.readValue(send(request(path).GET().build(), 200), ErrorPage.class);
    }

    /** Writes the rows of a file as CSV. */
    void download(PortfolioFile file, Path target) throws IOException, InterruptedException {
        HttpRequest request = request("portfolio/" + file.stem()).GET().build();
        HttpResponse<Path> response = client.send(request, BodyHandlers.ofFile(target));
        if (response.statusCode() != 200) {
            throw refusal(request, response.statusCode(), Files.readString(response.body()));
        }
    }

    /** Publishes an annual report; one that is published already stays as it is. */
    void publishReport(int year) throws IOException, InterruptedException {
        BodyPublisher nothing = BodyPublishers.ofString("{}");
        HttpRequest request = request("annual-reports/" + year + "/publication")
                .header("Content-Type", "application/json")
                .POST(nothing)
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300 && response.statusCode() != 409) {
            throw refusal(request, response.statusCode(), response.body());
        }
    }

    private static String imports(PortfolioFile file, Operation operation) {
        return "portfolio/" + file.stem() + "/imports/" + operation.id();
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token());
    }

    private String token() throws IOException, InterruptedException {
        if (Instant.now().isAfter(tokenEnds)) {
            token = tokens.of("manager");
            tokenEnds = Instant.now().plus(TOKEN_USE);
        }
        return token;
    }

    private String send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw refusal(request, response.statusCode(), response.body());
        }
        return response.body();
    }

    /** The sentence of the problem document, or what else the answer holds. */
    private static Refusal refusal(HttpRequest request, int status, String body) {
        String told = body.isBlank() ? "no reason was given" : body;
        try {
            JsonNode problem = JSON.readTree(body);
            told = problem.path("detail").asString(problem.path("title").asString(told));
        } catch (JacksonException _) {
            // Not a problem document; then the body itself is the best there is.
        }
        return new Refusal("%s %s was answered with %d: %s"
                .formatted(request.method(), request.uri().getPath(), status, told));
    }

    /** How an import treats rows that are wrong, and whether it changes anything. */
    record Mode(boolean keepGood, boolean dryRun) {

        String query() {
            return "mode=" + (keepGood ? "keep-good" : "all-or-nothing") + "&dryRun=" + dryRun;
        }
    }

    /** One page of what is wrong. */
    record ErrorPage(List<RowError> items, @Nullable String next) {}
}
