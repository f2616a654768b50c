package eu.mieux.implementation.action;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.chassis.inbox.Projection;
import eu.mieux.chassis.inbox.ReceivedEvent;
import eu.mieux.implementation.portfolio.Lookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The requests that Actions come from, by {@code mieux.request}. */
@ApplicationScoped
class KnownRequests implements Projection {

    private static final String UPSERT = """
            insert into known_request (id, reference, status, authority_keys, submitted_on, decided_on)
            values (?, ?, ?, ?, cast(? as date), cast(? as date))
            on conflict (id) do update set reference = excluded.reference, status = excluded.status,
                authority_keys = excluded.authority_keys, submitted_on = excluded.submitted_on,
                decided_on = excluded.decided_on""";

    private final EntityManager entities;
    private final Lookup lookup;

    KnownRequests(EntityManager entities, Lookup lookup) {
        this.entities = entities;
        this.lookup = lookup;
    }

    @Override
    public Set<String> follows() {
        return Set.of("request");
    }

    @Override
    public void apply(String aggregateType, List<ReceivedEvent> events, Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (ReceivedEvent event : events) {
                JsonNode state = event.state();
                upsert.setObject(1, event.aggregateId());
                upsert.setString(2, state.path("reference").textValue());
                upsert.setString(3, state.required("status").asText());
                upsert.setArray(
                        4,
                        connection.createArrayOf(
                                "text",
                                StreamSupport.stream(
                                                state.required("authorityKeys").spliterator(), false)
                                        .map(JsonNode::asText)
                                        .toArray()));
                upsert.setString(5, state.path("submittedOn").textValue());
                upsert.setString(6, state.path("decidedOn").textValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** Of these references, those that no request has. */
    Set<String> unknown(Collection<String> references) {
        return lookup.missing(
                "select reference from known_request where reference = any(cast(:keys as text[]))", references);
    }

    /** What is known of a request. */
    record Known(
            String status,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate decidedOn) {}

    /** By reference, as far as they are known. */
    Map<String, Known> of(Collection<String> references) {
        Map<String, Known> known = new HashMap<>();
        entities.unwrap(Session.class)
                .createNativeQuery("""
                        select reference, status, submitted_on, decided_on from known_request
                        where reference = any(cast(:keys as text[]))""", Object[].class)
                .addScalar("reference", String.class)
                .addScalar("status", String.class)
                .addScalar("submitted_on", LocalDate.class)
                .addScalar("decided_on", LocalDate.class)
                .setParameter("keys", references.toArray(String[]::new))
                .getResultList()
                .forEach(row ->
                        known.put((String) row[0], new Known((String) row[1], (LocalDate) row[2], (LocalDate) row[3])));
        return known;
    }

    /** The day on which a request was handed in; empty when that, or the request, is not known. */
    Optional<LocalDate> submissionOf(String reference) {
        return day("select submitted_on from known_request where reference = :reference", reference);
    }

    /** The day on which a request was decided; empty when that, or the request, is not known. */
    Optional<LocalDate> decisionOn(String reference) {
        return day("select decided_on from known_request where reference = :reference", reference);
    }

    private Optional<LocalDate> day(String sql, String reference) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, LocalDate.class)
                .setParameter("reference", reference)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Keys of the authorities that asked, the lead first; none when the request is not known. */
    List<String> authoritiesOf(String reference) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select k.key from known_request q, unnest(q.authority_keys) with ordinality k(key, place)
                        where q.reference = :reference order by k.place""", String.class)
                .setParameter("reference", reference)
                .getResultList();
    }
}
