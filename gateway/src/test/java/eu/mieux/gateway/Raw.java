package eu.mieux.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A client without manners: it sends what no HTTP library would. */
final class Raw {

    private Raw() {}

    /** Sends the request head as it is and returns everything that comes back until the connection closes. */
    static String send(URL gateway, String... lines) throws IOException {
        String[] andClose = Arrays.copyOf(lines, lines.length + 1);
        andClose[lines.length] = "Connection: close";
        return ask(gateway, andClose);
    }

    /** As {@link #send}, but leaves it to the gateway to close the connection. */
    static String ask(URL gateway, String... lines) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(20_000);
            String head = String.join("\r\n", lines) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends a head that announces a body, then goes on sending chunks of 256 KiB until it is answered; returns the answer. */
    static String flood(URL gateway, long chunks, String... lines) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            byte[] chunk = ("40000\r\n" + "x".repeat(1 << 18) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            InputStream answer = socket.getInputStream();
            for (long i = 0; i < chunks && answer.available() == 0; i++) {
                socket.getOutputStream().write(chunk);
            }
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends a head and zeros after it until nothing has been taken for two seconds; returns how many bytes were. */
    static long sendUntilHeldBack(URL gateway, String... lines) throws IOException {
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
                Selector selector = Selector.open()) {
            channel.write(
                    ByteBuffer.wrap((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1)));
            channel.configureBlocking(false).register(selector, SelectionKey.OP_WRITE);
            long sent = 0;
            while (selector.select(2_000) > 0) {
                selector.selectedKeys().clear();
                sent += channel.write(ByteBuffer.allocate(1 << 16));
            }
            return sent;
        }
    }
}
