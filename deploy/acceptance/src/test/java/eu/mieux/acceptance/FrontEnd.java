package eu.mieux.acceptance;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sample of {@code docs/front-end}, built as its README says, on the TypeScript client's package, for the suite under test. */
final class FrontEnd implements AutoCloseable {

    static final Path SOURCES = Suite.root().resolve("docs/front-end");

    private final HttpServer server;

    private FrontEnd(HttpServer server) {
        this.server = server;
    }

    static FrontEnd built() throws IOException, InterruptedException {
        Path client = Npm.client();
        Path folder = Files.createDirectories(Path.of("target/front-end")).toAbsolutePath();
        for (Path source : sources()) {
            Files.writeString(folder.resolve(source.getFileName()), here(Files.readString(source)));
        }
        run(folder, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", client.toString());
        run(folder, "npm", "run", "--silent", "build");
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, SimpleFileServer.OutputLevel.NONE);
        server.start();
        return new FrontEnd(server);
    }

    /** All that is not fetched. */
    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().equals("main.js"))
                    .toList();
        }
    }

    private static String here(String text) {
        URI issuer = URI.create(Suite.issuer());
        return text.replace("http://localhost:8080", Suite.url())
                .replace("localhost:8086", issuer.getHost() + ":" + issuer.getPort());
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        Npm.Ended ended = Npm.run(folder, Map.of(), command);
        if (ended.code() != 0) {
            throw new IllegalStateException(ended.words());
        }
    }

    String url() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
