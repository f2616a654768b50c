package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseLaterCrash {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Test
    void a_shop_without_a_database_waits_for_it_and_then_opens() throws IOException {
        String known = Premises.environment().get("MIEUX_DATABASE_URL");
        int real = URI.create(known.substring("jdbc:".length())).getPort();
        int later = Ports.free();
        Map<String, String> there =
                Map.of("MIEUX_INSTANCE", "1", "MIEUX_DATABASE_URL", known.replace(":" + real, ":" + later));
        try (ShopProcess shop = ShopProcess.launch(there)) {
            await().atMost(SOON).until(() -> shop.said().contains("again in 2 s: the database cannot be reached"));
            assertThat(shop.isReady()).isFalse();
            try (ServerSocket door = new ServerSocket(later, 50, InetAddress.ofLiteral("127.0.0.1"))) {
                Thread.startVirtualThread(() -> letIn(door, real));
                await().atMost(SOON).until(shop::isReady);
            }
        }
    }

    private static void letIn(ServerSocket door, int to) {
        try {
            while (true) {
                Socket from = door.accept();
                Socket there = new Socket(InetAddress.ofLiteral("127.0.0.1"), to);
                Thread.startVirtualThread(() -> pass(from, there));
                Thread.startVirtualThread(() -> pass(there, from));
            }
        } catch (SocketException _) {
            // The door is closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One of the two has gone.
        }
    }
}
