package eu.mieux.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageStoreTest {

    private static final DebianPackage WANTED =
            new DebianPackage(Architecture.AMD64, "libfoo", "1.0", "pool/libfoo.deb", "ab".repeat(32));

    @TempDir
    Path folder;

    private HttpServer mirror;

    @BeforeEach
    void a_mirror_that_has_been_tampered_with() throws IOException {
        mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext("/bad/pool/libfoo.deb", exchange -> {
            byte[] body = "something else".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        mirror.start();
    }

    @AfterEach
    void stop() {
        mirror.stop(0);
    }

    @Test
    void a_package_with_another_content_than_pinned_is_refused_and_nothing_of_it_is_kept() throws IOException {
        PackageStore store = new PackageStore(folder, List.of(address("/bad/"), address("/absent/")));
        assertThatThrownBy(() -> store.unpacked(WANTED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("libfoo 1.0")
                .hasMessageContaining("/bad/ has another content")
                .hasMessageContaining("/absent/")
                .hasMessageContaining("--refresh-packages");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(mirror.getAddress().getPort(), path);
    }
}
