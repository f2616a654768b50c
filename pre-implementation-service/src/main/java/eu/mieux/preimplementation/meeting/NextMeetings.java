package eu.mieux.preimplementation.meeting;

import eu.mieux.preimplementation.request.MeetingsAbout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** When the steering group meets next about a request, and whether it has met. */
@ApplicationScoped
class NextMeetings implements MeetingsAbout {

    private static final String NEXT = """
            select m.day from meeting m join meeting_point p on p.meeting_id = m.id
            where p.request_id = :request and m.status = 'PLANNED' order by m.day, m.id limit 1""";

    private static final String HELD = """
            select count(*) > 0 from meeting m join meeting_point p on p.meeting_id = m.id
            where p.request_id = :request and m.status = 'HELD' and m.day >= :since""";

    private final EntityManager entities;

    NextMeetings(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<LocalDate> next(UUID request) {
        return entities.unwrap(Session.class)
                .createNativeQuery(NEXT, LocalDate.class)
                .setParameter("request", request)
                .uniqueResultOptional();
    }

    @Override
    public boolean hasBeenHeld(UUID request, LocalDate since) {
        return entities.unwrap(Session.class)
                .createNativeQuery(HELD, Boolean.class)
                .setParameter("request", request)
                .setParameter("since", since)
                .getSingleResult();
    }
}
