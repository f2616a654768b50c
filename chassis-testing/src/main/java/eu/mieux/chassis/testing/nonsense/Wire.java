package eu.mieux.chassis.testing.nonsense;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Sends calls as they are: other clients refuse the worst of them. */
final class Wire implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String READER = "manager";

    private final int port;
    private final Map<String, String> tokens;
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;

    /** What came back. */
    record Reply(
            int status,
            Set<String> headers,
            @Nullable String mediaType,
            @Nullable String etag,
            String body) {}

    /** No answer at all, or none in time. */
    static final class NoReply extends Exception {
        NoReply(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /** @param tokens by role */
    Wire(int port, Map<String, String> tokens) {
        this.port = port;
        this.tokens = tokens;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxHeaderSize(64 * 1024));
    }

    String base() {
        return "http://localhost:" + port;
    }

    Reply send(Call call) throws NoReply, InterruptedException {
        CompletableFuture<Reply> reply = client.request(
                        HttpMethod.valueOf(call.method()), port, "localhost", call.address())
                .compose(request -> sent(request, call))
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return reply.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new NoReply("no answer: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new NoReply("no answer within 20 seconds", e);
        }
    }

    private Future<Reply> sent(HttpClientRequest request, Call call) {
        String token = tokens.get(call.role());
        if (token != null) {
            request.putHeader("Authorization", "Bearer " + token);
        }
        call.headers().forEach(header -> request.headers().add(header.name(), header.value()));
        return request.send(call.body())
                .compose(response -> endless(response)
                        ? left(request, response)
                        : response.body().map(body -> reply(response, body.toString())));
    }

    private static Future<Reply> left(HttpClientRequest request, HttpClientResponse response) {
        request.reset();
        return Future.succeededFuture(reply(response, ""));
    }

    /** A stream of events goes on until its listener leaves. */
    private static boolean endless(HttpClientResponse response) {
        return String.valueOf(response.getHeader("Content-Type")).startsWith("text/event-stream");
    }

    private static Reply reply(HttpClientResponse response, String body) {
        return new Reply(
                response.statusCode(),
                names(response.headers().names()),
                response.getHeader("Content-Type"),
                response.getHeader("ETag"),
                body);
    }

    private static Set<String> names(Set<String> names) {
        Set<String> any = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        any.addAll(names);
        return any;
    }

    /** What somebody who sees everything is answered at this address; nothing when that is no JSON. */
    JsonNode json(String path) {
        try {
            Reply reply = send(reading(path));
            return reply.status() == 200 && String.valueOf(reply.mediaType()).contains("json")
                    ? JSON.readTree(reply.body())
                    : MissingNode.getInstance();
        } catch (NoReply | JacksonException e) {
            throw new AssertionError("GET " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    /** Of the record that the call is about: what stands at its address, or one above. */
    Optional<String> etag(Call call) {
        try {
            String path = call.path();
            Reply reply = send(reading(path));
            if (reply.etag() == null) {
                reply = send(reading(path.substring(0, path.lastIndexOf('/'))));
            }
            return Optional.ofNullable(reply.etag());
        } catch (NoReply e) {
            throw new AssertionError("GET " + call.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted.", e);
        }
    }

    private static Call reading(String path) {
        return new Call(READER, "GET", path, List.of(), List.of(), Buffer.buffer());
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
