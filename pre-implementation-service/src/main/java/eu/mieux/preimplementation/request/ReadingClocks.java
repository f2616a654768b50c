package eu.mieux.preimplementation.request;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.request.FastResponseClock.Step;
import eu.mieux.preimplementation.request.FastResponseClock.Turn;
import eu.mieux.preimplementation.request.FastResponseClock.Turned;
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

    private static final String LAUNCHED =
            "select launched_on from known_action where code = :reference and launched_on is not null";

    private static final String ENDORSED = """
            select side from endorsement join action_fiche on action_fiche.id = fiche_id
            where request_id = :request and endorsement.content_version = action_fiche.content_version""";

    /** What a portfolio tells. */
    private static final String RECORDED = "request-recorded";

    private static final Set<RequestStatus> ENDED = Set.of(RequestStatus.REJECTED, RequestStatus.WITHDRAWN);

    private static final List<Turn> SIDES = List.of(Turn.OFFICER, Turn.STEERING_GROUP, Turn.PARTNER);

    private final EntityManager entities;
    private final CodeLists codes;
    private final FacilityCalendar calendar;

    ReadingClocks(EntityManager entities, CodeLists codes, FacilityCalendar calendar) {
        this.entities = entities;
        this.codes = codes;
        this.calendar = calendar;
    }

    FastResponseClock of(Request request) {
        LocalDate startedOn = request.submittedOn();
        if (startedOn == null) {
            return FastResponseClock.notStarted(
                    request.status() == RequestStatus.DRAFT ? List.of(Turn.PARTNER) : List.of());
        }
        LocalDate launchedOn = launched(request);
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
            case REVIEW -> List.of(everyVoiceHeard(request) ? Turn.MANAGER : Turn.STEERING_GROUP);
            case ENDORSEMENT -> silentSides(request);
        };
    }

    private boolean everyVoiceHeard(Request request) {
        LocalDate until = request.reviewUntil();
        Set<String> heard = request.opinions().keySet();
        return (until != null && until.isBefore(calendar.today()))
                || codes.list("steering-institutions").on(calendar.today()).stream()
                        .map(Code::code)
                        .allMatch(heard::contains);
    }

    private List<Turn> silentSides(Request request) {
        List<Turn> endorsed = session()
                .createNativeQuery(ENDORSED, String.class)
                .setParameter("request", request.id())
                .getResultList()
                .stream()
                .map(Turn::valueOf)
                .toList();
        return SIDES.stream().filter(side -> !endorsed.contains(side)).toList();
    }

    private @Nullable LocalDate launched(Request request) {
        return session()
                .createNativeQuery(LAUNCHED, LocalDate.class)
                .setParameter("reference", request.name())
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
