package eu.mieux.preimplementation.clock;

import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.FastResponseClock.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** How far the Action Fiche of a request has come. */
@ApplicationScoped
public class FicheProgress {

    private static final String STATUS = "select status from action_fiche where request_id = :request";

    /** One is void from the moment on at which the next content was saved. */
    private static final String ENDORSEMENTS = """
            select e.side, e.given_at, next.saved_at
            from endorsement e join action_fiche f on f.id = e.fiche_id
                left join action_fiche_version next
                    on next.fiche_id = e.fiche_id and next.number = e.content_version + 1
            where f.request_id = :request""";

    private static final List<Turn> SIDES = List.of(Turn.OFFICER, Turn.STEERING_GROUP, Turn.PARTNER);

    private final EntityManager entities;
    private final FacilityCalendar calendar;

    FicheProgress(EntityManager entities, FacilityCalendar calendar) {
        this.entities = entities;
        this.calendar = calendar;
    }

    /** Which side endorsed when, and when that became void; null as long as it is not. */
    public record Endorsed(
            Turn side, LocalDate on, @Nullable LocalDate voidOn) {

        private boolean holds(LocalDate day) {
            return !on.isAfter(day) && (voidOn == null || voidOn.isAfter(day));
        }
    }

    /** Empty when there is no fiche. */
    public Optional<String> status(UUID request) {
        return session()
                .createNativeQuery(STATUS, String.class)
                .setParameter("request", request)
                .uniqueResultOptional();
    }

    /** Of all its versions. */
    public List<Endorsed> endorsements(UUID request) {
        return session()
                .createNativeQuery(ENDORSEMENTS, Object[].class)
                .setParameter("request", request)
                .getResultStream()
                .map(row -> new Endorsed(
                        Turn.valueOf((String) row[0]),
                        calendar.dayOf((Instant) row[1]),
                        row[2] == null ? null : calendar.dayOf((Instant) row[2])))
                .toList();
    }

    /** Those who have not endorsed its current version. */
    public List<Turn> silentSides(UUID request) {
        return silentSides(endorsements(request), calendar.today());
    }

    /** Those who had not endorsed at the end of that day what was current then. */
    public static List<Turn> silentSides(List<Endorsed> endorsements, LocalDate day) {
        return SIDES.stream()
                .filter(side -> endorsements.stream().noneMatch(one -> one.side() == side && one.holds(day)))
                .toList();
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
