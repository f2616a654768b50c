package eu.mieux.preimplementation.meeting;

import eu.mieux.preimplementation.request.MeetingsAbout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** When the steering group meets next about a request. */
@ApplicationScoped
class NextMeetings implements MeetingsAbout {

    private static final String NEXT = """
            select m.day from meeting m join meeting_point p on p.meeting_id = m.id
            where p.request_id = :request and m.status = 'PLANNED' order by m.day, m.id limit 1""";

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
}
