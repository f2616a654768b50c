package eu.mieux.preimplementation.mailing;

import eu.mieux.chassis.failpoint.Failpoint;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what is due, one mail after the other. A mail server that is away is asked again by the next mail whose time has come, and
 * nothing else waits for it.
 */
@ApplicationScoped
class Sending {

    private static final Logger LOG = Logger.getLogger(Sending.class);

    private final Taking taking;
    private final Writing writing;
    private final Smtp smtp;

    Sending(Taking taking, Writing writing, Smtp smtp) {
        this.taking = taking;
        this.writing = writing;
        this.smtp = smtp;
    }

    void say(@Observes StartupEvent event) {
        if (!smtp.isThere()) {
            LOG.info(
                    "No mail is sent: MIEUX_SMTP_HOST names no server. What is to be told waits in /api/v1/notifications.");
        }
    }

    @Scheduled(every = "{mieux.mail.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendAll() {
        if (!smtp.isThere()) {
            return;
        }
        try {
            boolean well = true;
            Optional<Taking.Taken> next = taking.next();
            while (well && next.isPresent()) {
                well = send(next.get());
                next = well ? taking.next() : Optional.empty();
            }
        } catch (RuntimeException e) {
            LOG.warnf("Mails wait: %s", e.getMessage());
        }
    }

    /** False when the server is away. */
    private boolean send(Taking.Taken mail) {
        if (taking.isTooOld(mail)) {
            taking.parked(mail, "It has waited too long to be sent unasked.");
            return true;
        }
        Optional<Letter> letter;
        try {
            letter = writing.write(new Writing.Ordered(mail.id(), mail.recipient(), mail.occasion()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Mail %s cannot be written", mail.id());
            taking.failed(mail, "It could not be written.");
            return true;
        }
        if (letter.isEmpty()) {
            taking.dropped(mail);
            return true;
        }
        try {
            smtp.send(mail.id(), letter.get());
        } catch (RuntimeException e) {
            // What the server says may name the address, which is not for the log.
            LOG.warnf("Mail %s waits: %s", mail.id(), e.getClass().getSimpleName());
            taking.failed(mail, Smtp.reason(e));
            return Smtp.isOfTheMail(e);
        }
        Failpoint.reached("mail-sent");
        taking.sent(mail);
        return true;
    }
}
