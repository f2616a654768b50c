package eu.mieux.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {

    private static final Path HOME = Path.of(System.getProperty("mieux.root"), "deploy", "broker", "target");

    @TempDir
    Path folder;

    @Test
    void a_killed_broker_comes_back_on_the_same_port() {
        try (BrokerProcess broker = BrokerProcess.temporary(HOME)) {
            String address = broker.bootstrapServers();

            broker.kill();
            assertThat(broker.isRunning()).isFalse();
            broker.restart();

            assertThat(broker.isRunning()).isTrue();
            assertThat(broker.bootstrapServers()).isEqualTo(address);
        }
    }

    @Test
    void a_broker_left_behind_is_attached_to() {
        BrokerLaunch launch = launch(Ports.free());
        try (BrokerProcess left = BrokerProcess.start(launch)) {
            assertThat(BrokerProcess.start(launch).pid()).isEqualTo(left.pid());
        }
    }

    @Test
    void a_broker_left_behind_on_another_port_is_moved() {
        BrokerProcess left = BrokerProcess.start(launch(Ports.free()));
        try (BrokerProcess moved = BrokerProcess.start(launch(Ports.free()))) {
            assertThat(left.isRunning()).isFalse();
            assertThat(moved.isRunning()).isTrue();
        }
    }

    @Test
    void the_broker_of_another_suite_behind_a_link_is_neither_used_nor_stopped() throws Exception {
        try (BrokerProcess other = BrokerProcess.start(launch(Ports.free()))) {
            Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("data"));
            BrokerLaunch ours =
                    new BrokerLaunch(HOME, link, Ports.free(), Ports.free(), folder.resolve("log"), false, List.of());

            assertThatThrownBy(() -> BrokerProcess.start(ours))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("another suite");
            assertThat(other.isRunning()).isTrue();
        }
    }

    @Test
    void an_occupied_port_is_named() throws Exception {
        int port = Ports.free();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> BrokerProcess.start(launch(other.getLocalPort())))
                    .isInstanceOf(PortOccupied.class)
                    .hasMessageContaining(Integer.toString(port));
        }
    }

    @Test
    void a_broker_that_is_not_built_is_said_to_be_so() {
        BrokerLaunch launch = new BrokerLaunch(
                folder, folder.resolve("data"), Ports.free(), Ports.free(), folder.resolve("log"), false, List.of());
        assertThatThrownBy(() -> BrokerProcess.start(launch))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("broker.jar");
    }

    private BrokerLaunch launch(int port) {
        return new BrokerLaunch(
                HOME, folder.resolve("data"), port, Ports.free(), folder.resolve("log"), false, List.of());
    }
}
