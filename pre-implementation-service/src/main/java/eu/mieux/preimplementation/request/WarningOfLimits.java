package eu.mieux.preimplementation.request;

import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Warns before three months are over, not after: once for each limit of days left, and again when a hold has moved the day. Of clocks
 * that stand still nothing is due.
 */
@ApplicationScoped
class WarningOfLimits {

    /** As many as one look takes; the next one takes the others. */
    private static final int BATCH = 100;

    private static final String TO_WARN = """
            select c.request_id
            from known_clock c join request r on r.id = c.request_id and r.reference = c.reference
            where c.running and c.held_on is null
                and c.due_on >= :today and c.due_on < cast(:today as date) + :most
                and (r.warned_for is distinct from c.due_on or r.warned_days_before > (
                    select min(days) from unnest(cast(:limits as int[])) as limits (days)
                    where days > c.due_on - cast(:today as date)))
            order by c.due_on, c.reference
            limit :batch""";

    private final EntityManager entities;
    private final Requests requests;
    private final EventLog events;
    private final FacilityCalendar calendar;
    private final List<Integer> limits;

    WarningOfLimits(
            EntityManager entities,
            Requests requests,
            EventLog events,
            FacilityCalendar calendar,
            @ConfigProperty(name = "mieux.clock.warnings") List<Integer> limits) {
        this.entities = entities;
        this.requests = requests;
        this.events = events;
        this.calendar = calendar;
        this.limits = limits.stream().sorted(Comparator.naturalOrder()).toList();
    }

    @Scheduled(every = "{mieux.clock.warning}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void warnAll() {
        LocalDate today = calendar.today();
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> due(today));
        due.forEach(request -> EachByItself.run("warn of", request, () -> warn(request, today)));
    }

    private List<UUID> due(LocalDate today) {
        return entities.unwrap(Session.class)
                .createNativeQuery(TO_WARN, UUID.class)
                .setParameter("today", today)
                .setParameter("most", limits.getLast())
                .setParameter("limits", limits.toArray(Integer[]::new))
                .setParameter("batch", BATCH)
                .getResultList();
    }

    /** Looks again under the lock: another instance may have been faster, or the clock may have been told otherwise. */
    private void warn(UUID id, LocalDate today) {
        Request request = requests.findById(id, LockModeType.PESSIMISTIC_WRITE);
        LocalDate dueOn = request == null ? null : request.publicState().dueOn();
        if (request == null || dueOn == null || !request.status().isUnderWay()) {
            return;
        }
        long left = ChronoUnit.DAYS.between(today, dueOn);
        limits.stream()
                .filter(limit -> left >= 0 && limit > left)
                .findFirst()
                .filter(limit -> !request.isWarned(dueOn, limit))
                .ifPresent(limit -> events.append(request, request.warn(dueOn, limit)));
    }
}
