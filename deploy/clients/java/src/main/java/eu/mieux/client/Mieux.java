package eu.mieux.client;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The API at an address: what the classes of {@code eu.mieux.client.api} are made with.
 *
 * <pre>{@code
 * RequestsApi requests = new RequestsApi(Mieux.at("https://facility.example").withToken(session::token));
 * }</pre>
 */
public final class Mieux extends ApiClient {

    private final HttpClient connections;
    private final @Nullable Supplier<String> token;
    private final @Nullable String language;

    private Mieux(String url, HttpClient connections, @Nullable Supplier<String> token, @Nullable String language) {
        super(HttpClient.newBuilder(), createDefaultObjectMapper(), url);
        this.connections = connections;
        this.token = token;
        this.language = language;
        setReadTimeout(Duration.ofSeconds(60));
        setRequestInterceptor(request -> {
            if (token != null) {
                request.setHeader("Authorization", "Bearer " + token.get());
            }
            if (language != null) {
                request.setHeader("Accept-Language", language);
            }
        });
    }

    /** @param url of the gateway, without a path */
    public static Mieux at(String url) {
        HttpClient connections =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        return new Mieux(url.replaceFirst("/+$", ""), connections, null, null);
    }

    /** @param bearer asked before every call, so that it can renew what has run out */
    public Mieux withToken(Supplier<String> bearer) {
        return new Mieux(getBaseUri(), connections, bearer, language);
    }

    /** @param code of the labels that the API answers: {@code en}, {@code fr} or {@code es} */
    public Mieux inLanguage(String code) {
        return new Mieux(getBaseUri(), connections, token, code);
    }

    /** One for all classes of the API, which share its connections. */
    @Override
    public HttpClient getHttpClient() {
        return connections;
    }
}
