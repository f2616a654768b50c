package eu.mieux.implementation.activity;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;

/** The deployments of experts to Activities, by {@code mieux.deployment}. */
@ApplicationScoped
class KnownDeployments implements Projection {

    private static final String UPSERT = """
            insert into known_deployment (id, action_code, activity_number, status) values (?, ?, ?, ?)
            on conflict (id) do update set action_code = excluded.action_code,
                activity_number = excluded.activity_number, status = excluded.status""";
    private static final String COUNTS = """
            select exists (select from known_deployment
                           where action_code = :code and activity_number = :number
                             and status in ('ACCEPTED', 'CONTRACTED', 'DEPLOYED', 'COMPLETED'))""";

    private final EntityManager entities;

    KnownDeployments(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Set<String> follows() {
        return Set.of("deployment");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ReceivedEvent event : events) {
                JsonNode state = event.state();
                upsert.setObject(1, event.aggregateId());
                upsert.setString(2, state.required("actionCode").asText());
                upsert.setInt(3, state.required("activityNumber").asInt());
                upsert.setString(4, state.required("status").asText());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Whether an expert accepted to be deployed to the Activity, and did not fall out since. */
    boolean hasExpert(ActivityKey key) {
        return entities.unwrap(Session.class)
                .createNativeQuery(COUNTS, Boolean.class)
                .setParameter("code", key.actionCode())
                .setParameter("number", key.number())
                .getSingleResult();
    }
}
