package eu.mieux.preimplementation.mailing;

import eu.mieux.chassis.text.Shortened;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server; there may be none. */
@ApplicationScoped
class Smtp {

    private final ReactiveMailer mailer;
    private final Optional<String> host;
    private final String from;
    private final URI publicUrl;
    private final Duration patience;

    Smtp(
            ReactiveMailer mailer,
            @ConfigProperty(name = "mieux.mail.smtp-host") Optional<String> host,
            @ConfigProperty(name = "mieux.mail.from") String from,
            @ConfigProperty(name = "mieux.public-url") URI publicUrl,
            @ConfigProperty(name = "mieux.mail.timeout") Duration patience) {
        this.mailer = mailer;
        this.host = host.filter(name -> !name.isBlank());
        this.from = from;
        this.publicUrl = publicUrl;
        this.patience = patience;
    }

    boolean isThere() {
        return host.isPresent();
    }

    /** Returns when the server has taken it; after a crash the same mail comes under the same Message-ID. */
    void send(UUID id, Letter letter) {
        Mail mail = Mail.withText(letter.to(), letter.subject(), letter.text())
                .setHtml(letter.html())
                .setFrom(from)
                .addHeader("Message-ID", "<%s@%s>".formatted(id, publicUrl.getHost()))
                // RFC 3834: no holiday notice is wanted in return.
                .addHeader("Auto-Submitted", "auto-generated");
        letter.headers().forEach(mail::addHeader);
        mailer.send(mail).await().atMost(patience);
    }

    /** Whether the server spoke of this mail; if not, it is away, and others need not be tried. */
    static boolean isOfTheMail(Throwable failure) {
        return failure instanceof SMTPException || (failure.getCause() != null && isOfTheMail(failure.getCause()));
    }

    /** What is told of a failure: what the server said, which may name the address, is for operators alone. */
    static String reason(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null && !(last instanceof SMTPException)) {
            last = last.getCause();
        }
        String said = last instanceof SMTPException refusal
                ? refusal.getReplyCode() + " " + refusal.getReplyMessage()
                : last.getClass().getSimpleName() + ": " + last.getMessage();
        return Shortened.beginning(LONGEST, said);
    }

    static final int LONGEST = 300;
}
