package eu.mieux.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client with manners. */
final class Client {

    static final HttpClient HTTP = HttpClient.newHttpClient();

    private Client() {}

    static HttpResponse<String> get(URL gateway, String path, String... headers)
            throws IOException, InterruptedException {
        return HTTP.send(request(gateway, path, headers).build(), BodyHandlers.ofString());
    }

    static HttpRequest.Builder request(URL gateway, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://%s:%d%s".formatted(gateway.getHost(), gateway.getPort(), path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }
}
