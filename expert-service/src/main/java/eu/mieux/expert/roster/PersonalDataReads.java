package eu.mieux.expert.roster;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.time.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;

/** Writes down who was shown whose personal data, in the transaction that shows it (table {@code personal_data_read}). */
@ApplicationScoped
class PersonalDataReads {

    private static final String OF_EXPERTS = """
            insert into personal_data_read (reader, expert_key, occasion, read_at)
            select :reader, unnest(cast(:keys as text[])), :occasion, :at""";
    private static final String OF_ALL = """
            insert into personal_data_read (reader, occasion, read_at) values (:reader, :occasion, :at)""";

    private final EntityManager entities;
    private final Clock clock;

    PersonalDataReads(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void shown(String occasion, Collection<Expert> experts) {
        entities.createNativeQuery(OF_EXPERTS)
                .setParameter("reader", Caller.currentSubject())
                .setParameter("keys", experts.stream().map(Expert::key).toArray(String[]::new))
                .setParameter("occasion", occasion)
                .setParameter("at", Time.now(clock))
                .executeUpdate();
    }

    void shownAll(String occasion) {
        entities.createNativeQuery(OF_ALL)
                .setParameter("reader", Caller.currentSubject())
                .setParameter("occasion", occasion)
                .setParameter("at", Time.now(clock))
                .executeUpdate();
    }
}
