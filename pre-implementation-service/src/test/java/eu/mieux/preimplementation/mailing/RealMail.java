package eu.mieux.preimplementation.mailing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mail server that takes every mail, which a test can stop; and a clock that it can put forward. */
public final class RealMail implements QuarkusTestResourceLifecycleManager {

    private static final Duration STARTUP = Duration.ofSeconds(30);

    private static GreenMail server;
    private static int port;
    private static Path ahead;

    @Override
    public Map<String, String> start() {
        try {
            listen(0);
            port = server.getSmtp().getPort();
            ahead = Files.createTempFile("ahead", ".txt");
            putForward(Duration.ZERO);
            return Map.of(
                    "MIEUX_SMTP_HOST",
                    "127.0.0.1",
                    "MIEUX_SMTP_PORT",
                    Integer.toString(port),
                    "mieux.clock.ahead",
                    ahead.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** Nobody listens any more. */
    public static void goAway() {
        server.stop();
    }

    /** At the same place, without what it had. */
    public static void comeBack() {
        listen(port);
    }

    private static void listen(int at) {
        ServerSetup setup = new ServerSetup(at, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(STARTUP.toMillis());
        server = new GreenMail(setup);
        server.start();
    }

    public static void putForward(Duration time) {
        try {
            Path written = Files.writeString(Files.createTempFile("ahead", ".new"), time.toString());
            Files.move(written, ahead, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that has come for this address, oldest first. */
    public static List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
