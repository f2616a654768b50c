package eu.mieux.gateway;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection for one question after the other, each answer with a length or without a body. */
final class KeptConnection implements AutoCloseable {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "content-length: ";

    private final Socket socket;
    private final InputStream answers;

    KeptConnection(URL gateway) throws IOException {
        socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.setSoTimeout(20_000);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    /** @return the answer, or what came of it before the connection ended */
    String ask(String firstLine, String... headers) throws IOException {
        send(firstLine, headers);
        return answer(firstLine.startsWith("HEAD "));
    }

    void send(String firstLine, String... headers) throws IOException {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        socket.getOutputStream()
                .write((firstLine + "\r\nHost: gateway\r\n" + more + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private String answer(boolean headOnly) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD) < 0) {
            int next = answers.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        int length = headOnly ? 0 : length(head.toString());
        return head + new String(answers.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int length(String head) {
        return head.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith(LENGTH))
                .map(line -> Integer.parseInt(line.substring(LENGTH.length())))
                .findFirst()
                .orElse(0);
    }

    /** What else comes until the gateway closes. */
    String rest() throws IOException {
        return new String(answers.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
