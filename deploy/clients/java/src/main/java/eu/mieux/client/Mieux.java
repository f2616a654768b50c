package eu.mieux.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    /** Longer than the gateway waits for a service, so that it is the gateway who says what went wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final HttpClient connections;
    private final @Nullable Supplier<String> token;
    private final @Nullable String language;

    private Mieux(String url, HttpClient connections, @Nullable Supplier<String> token, @Nullable String language) {
        super(HttpClient.newBuilder(), new Json(createDefaultObjectMapper()), url);
        this.connections = connections;
        this.token = token;
        this.language = language;
        setReadTimeout(PATIENCE);
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

    /** Reads what is answered: JSON, and files, which are text. */
    private static final class Json extends ObjectMapper {

        private static final long serialVersionUID = 1;

        Json(ObjectMapper mapper) {
            super(mapper);
        }

        @Override
        public ObjectMapper copy() {
            return new Json(this);
        }

        @Override
        @SuppressWarnings("unchecked") // T is String.
        public <T> T readValue(String content, TypeReference<T> type) throws JsonProcessingException {
            // No JSON of the API is a mere string; what is generated would read a CSV file as one.
            return type.getType() == String.class ? (T) content : super.readValue(content, type);
        }
    }
}
