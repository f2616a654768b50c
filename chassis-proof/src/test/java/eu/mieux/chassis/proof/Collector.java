package eu.mieux.chassis.proof;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes traces as a collector of OpenTelemetry does (OTLP over HTTP, protobuf), as far as tests want to know of them. */
final class Collector implements AutoCloseable {

    /** @param parent of the span, empty for a first one */
    record Span(String trace, String id, String parent, String name) {}

    private final HttpServer server;
    private final Queue<Span> spans = new ConcurrentLinkedQueue<>();

    Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            byte[] request = exchange.getRequestBody().readAllBytes();
            // Of the message ExportTraceServiceRequest: resource_spans, scope_spans, spans.
            for (ByteBuffer resource : parts(ByteBuffer.wrap(request), 1)) {
                for (ByteBuffer scope : parts(resource, 2)) {
                    parts(scope, 2).forEach(span -> spans.add(span(span)));
                }
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    private static Span span(ByteBuffer message) {
        Map<Integer, List<ByteBuffer>> fields = fields(message);
        return new Span(
                hex(fields, 1),
                hex(fields, 2),
                hex(fields, 4),
                text(fields.get(5).getFirst()));
    }

    private static String hex(Map<Integer, List<ByteBuffer>> fields, int number) {
        List<ByteBuffer> values = fields.getOrDefault(number, List.of());
        return values.isEmpty() ? "" : HexFormat.of().formatHex(bytes(values.getFirst()));
    }

    private static String text(ByteBuffer value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        return bytes;
    }

    private static List<ByteBuffer> parts(ByteBuffer message, int number) {
        return fields(message).getOrDefault(number, List.of());
    }

    /** The fields with a length, by their numbers; the others are passed over. */
    private static Map<Integer, List<ByteBuffer>> fields(ByteBuffer whole) {
        ByteBuffer message = whole.duplicate().order(java.nio.ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<ByteBuffer>> fields = new HashMap<>();
        while (message.hasRemaining()) {
            int tag = varint(message);
            switch (tag & 7) {
                case 0 -> varint(message);
                case 1 -> message.getLong();
                case 2 -> {
                    int length = varint(message);
                    fields.computeIfAbsent(tag >> 3, _ -> new ArrayList<>())
                            .add(message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                case 5 -> message.getInt();
                default -> throw new IllegalArgumentException("No protobuf: " + tag);
            }
        }
        return fields;
    }

    private static int varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = message.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return (int) value;
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
