package eu.mieux.expert.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The Activities that experts can be deployed to, from {@code mieux.activity}. */
@ApplicationScoped
class KnownActivities implements Projection {

    private static final String UPSERT = """
            insert into known_activity (id, action_code, number, status, modality, starts_on, ends_on)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                action_code = excluded.action_code, number = excluded.number, status = excluded.status,
                modality = excluded.modality, starts_on = excluded.starts_on, ends_on = excluded.ends_on""";
    private static final String FIND = """
            select status, modality, starts_on, ends_on from known_activity
            where action_code = :action and number = :number""";
    private static final String WHICH = """
            select a.action_code, a.number from known_activity a
            join unnest(cast(:actions as text[]), cast(:numbers as int[])) asked (action_code, number)
              using (action_code, number)""";

    private final Session session;

    KnownActivities(Session session) {
        this.session = session;
    }

    /** What matters of an Activity to those who are deployed to it. */
    record Activity(
            String status,
            @Nullable String modality,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {

        boolean isCancelled() {
            return status.equals("CANCELLED");
        }

        boolean isOnSite() {
            return "ON_SITE".equals(modality);
        }
    }

    @Override
    public Set<String> follows() {
        return Set.of("activity");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ReceivedEvent event : events) {
                JsonNode state = event.state();
                upsert.setObject(1, event.aggregateId());
                upsert.setString(2, state.required("actionCode").asText());
                upsert.setInt(3, state.required("number").asInt());
                upsert.setString(4, state.required("status").asText());
                upsert.setString(5, state.path("modality").asText(null));
                upsert.setObject(6, date(state, "startsOn"), Types.DATE);
                upsert.setObject(7, date(state, "endsOn"), Types.DATE);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static @Nullable LocalDate date(JsonNode state, String field) {
        JsonNode date = state.path(field);
        return date.isTextual() ? LocalDate.parse(date.textValue()) : null;
    }

    Optional<Activity> find(Engagement engagement) {
        return session.createNativeQuery(FIND, Object[].class)
                .setParameter("action", engagement.actionCode())
                .setParameter("number", engagement.activityNumber())
                .getResultStream()
                .findFirst()
                .map(row -> new Activity((String) row[0], (String) row[1], (LocalDate) row[2], (LocalDate) row[3]));
    }

    /** Of these, those whose Activity is not known here. */
    Set<Engagement> withoutActivity(Collection<Engagement> engagements) {
        Set<Engagement> missing = new HashSet<>(engagements);
        Set<List<Object>> known = new HashSet<>();
        session.createNativeQuery(WHICH, Object[].class)
                .setParameter(
                        "actions", missing.stream().map(Engagement::actionCode).toArray(String[]::new))
                .setParameter(
                        "numbers",
                        missing.stream().map(Engagement::activityNumber).toArray(Integer[]::new))
                .getResultStream()
                .forEach(row -> known.add(List.of(row)));
        missing.removeIf(e -> known.contains(List.<Object>of(e.actionCode(), e.activityNumber())));
        return missing;
    }
}
