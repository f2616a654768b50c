package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.review.Review;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Says when the last deadline of a review has passed in silence: from then on it can be decided, though nobody did anything. */
@ApplicationScoped
class ClosingReviews {

    /** As many as one look takes; the next one takes the others. */
    private static final int BATCH = 100;

    private static final String TO_CLOSE = """
            select v.request_id
            from voice v join request r on r.id = v.request_id and r.status = 'UNDER_REVIEW'
                join review_round n on n.request_id = v.request_id and n.number = v.round and n.closed_on is null
            where v.recused_by is null
                and v.round = (select max(number) from review_round n where n.request_id = v.request_id)
                and not %s
            group by v.request_id
            having max(v.asked_until) < :today
            order by max(v.asked_until), v.request_id
            limit :batch""".formatted(Review.HAS_SPOKEN);

    private final EntityManager entities;
    private final Requests requests;
    private final EventLog events;
    private final FacilityCalendar calendar;

    ClosingReviews(EntityManager entities, Requests requests, EventLog events, FacilityCalendar calendar) {
        this.entities = entities;
        this.requests = requests;
        this.events = events;
        this.calendar = calendar;
    }

    @Scheduled(every = "{mieux.review.reminding}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void closeAll() {
        LocalDate today = calendar.today();
        List<UUID> over = QuarkusTransaction.requiringNew().call(() -> over(today));
        over.forEach(request -> EachByItself.run("close the review of", request, () -> close(request, today)));
    }

    private List<UUID> over(LocalDate today) {
        return entities.unwrap(Session.class)
                .createNativeQuery(TO_CLOSE, UUID.class)
                .setParameter("today", today)
                .setParameter("batch", BATCH)
                .getResultList();
    }

    /** Looks again under the lock: another instance may have been faster. */
    private void close(UUID id, LocalDate today) {
        Request request = requests.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (request != null
                && request.status() == RequestStatus.UNDER_REVIEW
                && request.review().isOver(today)) {
            events.append(request, request.closeReview(today));
        }
    }
}
