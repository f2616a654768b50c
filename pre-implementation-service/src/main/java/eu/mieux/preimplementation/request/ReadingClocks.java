package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.request.FastResponseClock.Step;
import eu.mieux.preimplementation.request.FastResponseClock.Turn;
import eu.mieux.preimplementation.request.FastResponseClock.Turned;
import eu.mieux.preimplementation.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads a request's clock off what has happened to it and to its Action Fiche. */
@ApplicationScoped
class ReadingClocks {

    /** The log is the one place that remembers when; the row only knows where the request stands. */
    private static final String WAY = """
            select recorded_at, type, payload ->> 'status' from event_log
            where aggregate_type = 'request' and aggregate_id = :request
                or aggregate_type = 'action-fiche'
                    and aggregate_id = (select id from action_fiche where request_id = :request)
            order by recorded_at, id""";

    /** What a portfolio tells. */
    private static final String RECORDED = "request-recorded";

    private static final Set<RequestStatus> ENDED = Set.of(RequestStatus.REJECTED, RequestStatus.WITHDRAWN);

    private final EntityManager entities;
    private final FicheProgress fiches;
    private final Launches launches;
    private final FacilityCalendar calendar;

    ReadingClocks(EntityManager entities, FicheProgress fiches, Launches launches, FacilityCalendar calendar) {
        this.entities = entities;
        this.fiches = fiches;
        this.launches = launches;
        this.calendar = calendar;
    }

    FastResponseClock of(Request request) {
        LocalDate startedOn = request.submittedOn();
        if (startedOn == null) {
            return FastResponseClock.notStarted(
                    request.status() == RequestStatus.DRAFT ? List.of(Turn.PARTNER) : List.of());
        }
        LocalDate launchedOn = launches.of(request).orElse(null);
        LocalDate endedOn = request.decision().map(Decision::on).orElse(null);
        boolean ended = ENDED.contains(request.status());
        if (ended && endedOn == null && launchedOn == null) {
            return FastResponseClock.endedOnSomeDay(startedOn);
        }
        List<Turned> way = way(request);
        Step step = way.isEmpty() ? null : way.getLast().step();
        return FastResponseClock.of(
                startedOn, way, launchedOn, ended ? endedOn : null, calendar.today(), turn(request, step));
    }

    private List<Turned> way(Request request) {
        List<Turned> way = new ArrayList<>();
        Step step = null;
        for (Object[] row : session()
                .createNativeQuery(WAY, Object[].class)
                .setParameter("request", request.id())
                .getResultList()) {
            step = next(step, (String) row[1], (String) row[2]);
            way.add(new Turned(
                    calendar.dayOf((Instant) row[0]),
                    step,
                    RequestStatus.ON_HOLD.name().equals(row[2])));
        }
        return way;
    }

    private static @Nullable Step next(@Nullable Step before, String type, @Nullable String status) {
        Step told = step(type, status);
        boolean back = told != null && before != null && told.compareTo(before) < 0;
        // A portfolio only tells where a request stands by now, and not how far its fiche is.
        return told == null || (back && type.equals(RECORDED)) ? before : told;
    }

    /** Null where it stays at the step before. */
    private static @Nullable Step step(String type, @Nullable String status) {
        return switch (type) {
            case "request-submitted" -> Step.SCREENING;
            case "request-review-started" -> Step.REVIEW;
            case "request-approved", "action-fiche-drafted", "action-fiche-revised" -> Step.FICHE;
            case "action-fiche-endorsement-given" -> Step.ENDORSEMENT;
            case "action-fiche-endorsed" -> Step.MOBILISATION;
            case RECORDED -> status == null ? null : stepOf(RequestStatus.valueOf(status));
            default -> null;
        };
    }

    private static @Nullable Step stepOf(RequestStatus status) {
        return switch (status) {
            case SUBMITTED -> Step.SCREENING;
            case UNDER_REVIEW -> Step.REVIEW;
            case APPROVED -> Step.FICHE;
            case DRAFT, ON_HOLD, REJECTED, WITHDRAWN -> null;
        };
    }

    private List<Turn> turn(Request request, @Nullable Step step) {
        if (step == null || request.status() == RequestStatus.ON_HOLD) {
            return List.of(Turn.OFFICER);
        }
        return switch (step) {
            case SCREENING, FICHE, MOBILISATION -> List.of(Turn.OFFICER);
            case REVIEW -> inReview(request.review());
            case ENDORSEMENT -> fiches.silentSides(request);
        };
    }

    private List<Turn> inReview(Review review) {
        if (review.round() == 0) {
            return List.of(Turn.OFFICER);
        }
        List<Turn> awaited = review.awaited(calendar.today()).stream()
                .map(institution ->
                        institution.startsWith(Review.DELEGATION) ? Turn.EU_DELEGATION : Turn.STEERING_GROUP)
                .distinct()
                .sorted()
                .toList();
        return awaited.isEmpty() ? List.of(Turn.MANAGER) : awaited;
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
