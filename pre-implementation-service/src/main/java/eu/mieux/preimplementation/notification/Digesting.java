package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.codelist.CodeLists;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Once a day, at an hour where the facility is, what has gathered goes into one mail for each. If the service stood still at that
 * hour, it is later the same day.
 */
@ApplicationScoped
class Digesting {

    private final Told told;
    private final CodeLists codes;
    private final Clock clock;
    private final LocalTime hour;

    Digesting(Told told, CodeLists codes, Clock clock, @ConfigProperty(name = "mieux.mail.digest-at") LocalTime hour) {
        this.told = told;
        this.codes = codes;
        this.clock = clock;
        this.hour = hour;
    }

    @Scheduled(every = "{mieux.mail.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void gather() {
        ZonedDateTime now = clock.instant().atZone(codes.facility().zone());
        ZonedDateTime today = now.toLocalDate().atTime(hour).atZone(now.getZone());
        if (now.isBefore(today)) {
            return;
        }
        Instant until = today.toInstant();
        List<UUID> waiting =
                QuarkusTransaction.requiringNew().call(() -> told.waitForDigest(today.toLocalDate(), until));
        waiting.forEach(recipient ->
                QuarkusTransaction.requiringNew().run(() -> told.intoDigest(recipient, today.toLocalDate(), until)));
    }
}
