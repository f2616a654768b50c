package eu.mieux.local.suite;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Stands in for a service: ready at once, tells its environment; or refuses to start when it is told to. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        if (FakeService.class.getResource("/refuses-to-start") != null) {
            System.out.println("2026-01-01 ERROR the schema is newer than this service");
            System.out.println("\tat some.stack.Trace(Trace.java:1)");
            System.exit(1);
        }
        int port = Integer.parseInt(System.getenv("MIEUX_PORT"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName(System.getenv("MIEUX_HOST")), port), 0);
        server.createContext("/", exchange -> {
            String answer = exchange.getRequestURI().getPath().equals("/q/openapi")
                    ? "{\"paths\":{\"/api/v1/things\":{\"get\":{}}}}"
                    : System.getenv().toString();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        System.out.println("started on " + port);
    }
}
