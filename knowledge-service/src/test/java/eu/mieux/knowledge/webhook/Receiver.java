package eu.mieux.knowledge.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Somebody's machine that webhooks call; it can be down, and answer what a test wants. */
final class Receiver implements AutoCloseable {

    /** What came in one call; the names of headers in small letters. */
    record Call(Map<String, List<String>> headers, String body) {
        String id() {
            return header("webhook-id");
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        JsonPath event() {
            return JsonPath.from(body);
        }

        String subject() {
            return event().getString("subject");
        }

        int sequence() {
            return Integer.parseInt(event().getString("sequence"));
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Call> taken = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Call> answer = call -> 204;
    private volatile Map<String, String> headers = Map.of();
    private volatile String text = "";
    private int port;
    private HttpServer server;

    Receiver() {
        server = listening(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listening(int at) {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", this::take);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:%d/mieux?from=suite".formatted(port);
    }

    void goesDown() {
        server.stop(0);
    }

    void comesBack() {
        server = listening(port);
    }

    void answers(ToIntFunction<Call> how) {
        answer = how;
    }

    void answersWith(String body, Map<String, String> more) {
        text = body;
        headers = more;
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Those that were answered 2xx. */
    List<Call> taken() {
        return List.copyOf(taken);
    }

    List<Integer> takenOf(Object subject) {
        return taken.stream()
                .filter(call -> call.subject().equals(subject.toString()))
                .map(Call::sequence)
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = new Call(
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(
                                    header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue)),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add(call);
            int status = answer.applyAsInt(call);
            if (status < 300) {
                taken.add(call);
            }
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
