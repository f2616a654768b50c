package eu.mieux.preimplementation.clock;

import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.Course.Turned;
import eu.mieux.preimplementation.clock.FastResponseClock.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The way of a request from step to step. The log is the one place that remembers when; the row only knows where it stands. */
@ApplicationScoped
public class Way {

    private static final String HAPPENED = """
            select recorded_at, type, payload ->> 'status' from event_log
            where aggregate_type = 'request' and aggregate_id = :request
                or aggregate_type = 'action-fiche'
                    and aggregate_id = (select id from action_fiche where request_id = :request)
            order by recorded_at, id""";

    /** What a portfolio tells. */
    private static final String RECORDED = "request-recorded";

    private final EntityManager entities;
    private final FacilityCalendar calendar;

    Way(EntityManager entities, FacilityCalendar calendar) {
        this.entities = entities;
        this.calendar = calendar;
    }

    /** In its order. */
    public List<Turned> of(UUID request) {
        List<Turned> way = new ArrayList<>();
        Step step = null;
        for (Object[] row : entities.unwrap(Session.class)
                .createNativeQuery(HAPPENED, Object[].class)
                .setParameter("request", request)
                .getResultList()) {
            Step next = next(step, (String) row[1], (String) row[2]);
            if (next != null && next != step) {
                way.add(new Turned(calendar.dayOf((Instant) row[0]), next));
                step = next;
            }
        }
        return way;
    }

    private static @Nullable Step next(@Nullable Step before, String type, @Nullable String status) {
        Step told = step(type, status);
        // Of an approved request a portfolio does not tell how far its fiche is.
        boolean further = told == Step.FICHE && before != null && before.compareTo(told) > 0;
        return told == null || (further && type.equals(RECORDED)) ? before : told;
    }

    /** Null where it stays at the step before. */
    private static @Nullable Step step(String type, @Nullable String status) {
        return switch (type) {
            case "request-submitted" -> Step.SCREENING;
            case "request-review-started" -> Step.REVIEW;
            case "request-approved", "action-fiche-drafted", "action-fiche-revised" -> Step.FICHE;
            case "action-fiche-endorsement-given" -> Step.ENDORSEMENT;
            case "action-fiche-endorsed" -> Step.MOBILISATION;
            case RECORDED -> status == null ? null : stepAt(status);
            default -> null;
        };
    }

    private static @Nullable Step stepAt(String status) {
        return switch (status) {
            case "SUBMITTED" -> Step.SCREENING;
            case "UNDER_REVIEW" -> Step.REVIEW;
            case "APPROVED" -> Step.FICHE;
            default -> null;
        };
    }
}
