package eu.mieux.local.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Serves the identity provider by the JDK's own HTTP server.
 *
 * <p>Whatever name a client uses for this machine, the issuer keeps one name: the library would put the request's host
 * into the token, and the services would refuse it.
 */
final class LoopbackHttpServer implements OAuth2HttpServer {

    private static final Set<String> NAMES_OF_THE_HOST = Set.of("host", "x-forwarded-proto", "x-forwarded-port");

    private final String base;
    private @Nullable HttpServer server;

    LoopbackHttpServer(String base) {
        this.base = base;
    }

    @Override
    public OAuth2HttpServer start(Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return start(0, handler);
    }

    @Override
    public OAuth2HttpServer start(int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return start(InetAddress.getLoopbackAddress(), port, handler);
    }

    @Override
    public OAuth2HttpServer start(
            InetAddress address, int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        try {
            HttpServer created = HttpServer.create(new InetSocketAddress(address, port), 0);
            created.createContext("/", exchange -> answer(exchange, handler));
            created.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            created.start();
            server = created;
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OAuth2HttpServer stop() {
        if (server != null) {
            server.stop(0);
        }
        return this;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public int port() {
        return url("").port();
    }

    @Override
    public HttpUrl url(String path) {
        return HttpUrl.get(base + "/").resolve(path);
    }

    @Override
    public @Nullable Ssl sslConfig() {
        return null;
    }

    private void answer(HttpExchange exchange, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler)
            throws IOException {
        try (exchange) {
            OAuth2HttpRequest request = request(exchange);
            OAuth2HttpResponse objection = BrowserRules.objection(request);
            OAuth2HttpResponse response =
                    BrowserRules.shared(request, objection == null ? handler.invoke(request) : objection);
            byte[] body = response.getBytesBody() != null
                    ? response.getBytesBody()
                    : text(response.getBody()).getBytes(StandardCharsets.UTF_8);
            response.getHeaders()
                    .toMultimap()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            exchange.sendResponseHeaders(response.getStatus(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private OAuth2HttpRequest request(HttpExchange exchange) throws IOException {
        Headers.Builder headers = new Headers.Builder();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NAMES_OF_THE_HOST.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> headers.add(name, value));
            }
        });
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        return new OAuth2HttpRequest(headers.build(), exchange.getRequestMethod(), url(path), body);
    }

    private static String text(@Nullable String body) {
        return body == null ? "" : body;
    }
}
