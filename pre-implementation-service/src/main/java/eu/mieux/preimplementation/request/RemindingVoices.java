package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.review.Review;
import eu.mieux.preimplementation.review.Voice;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Reminds those who are asked for an opinion before their time is over: each once, unless it gets another deadline. */
@ApplicationScoped
class RemindingVoices {

    /** As many as one look takes; the next one takes the others. */
    private static final int BATCH = 100;

    private static final String TO_REMIND = """
            select v.request_id
            from voice v join request r on r.id = v.request_id and r.status = 'UNDER_REVIEW'
            where v.reminded_on is null and v.recused_by is null
                and v.asked_until between :today and :soon
                and v.round = (select max(number) from review_round n where n.request_id = v.request_id)
                and not %s
            group by v.request_id
            order by min(v.asked_until), v.request_id
            limit :batch""".formatted(Review.HAS_SPOKEN);

    private final EntityManager entities;
    private final Requests requests;
    private final EventLog events;
    private final FacilityCalendar calendar;
    private final int daysBefore;

    RemindingVoices(
            EntityManager entities,
            Requests requests,
            EventLog events,
            FacilityCalendar calendar,
            @ConfigProperty(name = "mieux.review.reminder-days") int daysBefore) {
        this.entities = entities;
        this.requests = requests;
        this.events = events;
        this.calendar = calendar;
        this.daysBefore = daysBefore;
    }

    @Scheduled(every = "{mieux.review.reminding}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void remindAll() {
        LocalDate today = calendar.today();
        List<UUID> waiting = QuarkusTransaction.requiringNew().call(() -> waiting(today));
        waiting.forEach(request -> EachByItself.run("remind of", request, () -> remind(request, today)));
    }

    private List<UUID> waiting(LocalDate today) {
        return entities.unwrap(Session.class)
                .createNativeQuery(TO_REMIND, UUID.class)
                .setParameter("today", today)
                .setParameter("soon", today.plusDays(daysBefore))
                .setParameter("batch", BATCH)
                .getResultList();
    }

    /** Looks again under the lock: another instance may have been faster. */
    private void remind(UUID id, LocalDate today) {
        Request request = requests.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (request == null || request.status() != RequestStatus.UNDER_REVIEW) {
            return;
        }
        Set<String> silent = request.review().silent(voice -> isDue(voice, today));
        if (!silent.isEmpty()) {
            events.append(request, request.remind(silent, today));
        }
    }

    private boolean isDue(Voice voice, LocalDate today) {
        return voice.remindedOn() == null
                && !voice.until().isBefore(today)
                && !voice.until().isAfter(today.plusDays(daysBefore));
    }
}
