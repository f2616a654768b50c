package eu.mieux.local.suite;

import eu.mieux.local.identity.Issuer;
import eu.mieux.local.identity.Provider;
import eu.mieux.local.identity.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a program is asked for while it is trained: every list that its own contract offers. */
public final class Drill {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ROUNDS = 3;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final int port;
    private final Issuer issuer;

    public Drill(int port, Issuer issuer) {
        this.port = port;
        this.issuer = issuer;
    }

    public void run(Part part) throws IOException, InterruptedException {
        if (part == Part.IDENTITY) {
            new Tokens(client, new Issuer(Provider.LOCAL, port)).of("manager");
            return;
        }
        String token = new Tokens(client, issuer).of("manager");
        for (int round = 0; round < ROUNDS; round++) {
            for (String path : lists(get("/q/openapi?format=json", token))) {
                get(path, token);
            }
        }
    }

    /** The paths that can be read without knowing any record. */
    private static List<String> lists(String contract) {
        List<String> lists = new ArrayList<>(List.of("/"));
        for (Map.Entry<String, JsonNode> path :
                new JsonMapper().readTree(contract).path("paths").properties()) {
            if (path.getValue().has("get") && !path.getKey().contains("{")) {
                lists.add(path.getKey());
            }
        }
        return lists;
    }

    private String get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
