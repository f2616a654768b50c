package eu.mieux.monitoring.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BitemporalFactsTest {

    private static final Instant MONDAY = Instant.parse("2026-01-05T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-01-07T10:00:00Z");

    private final TestFacts facts = TestFacts.alone();
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void nothing_is_known() {
        facts.forget();
        facts.execute("drop schema if exists projection_next cascade");
    }

    @Test
    void every_version_is_kept_with_the_time_it_became_known() {
        facts.learn("media-mention", id, 1, MONDAY, mention("BJ"));
        facts.learn("media-mention", id, 2, WEDNESDAY, mention("CM"));
        assertThat(known(MONDAY.minusSeconds(1))).isEmpty();
        assertThat(known(MONDAY)).containsExactly("BJ");
        assertThat(known(TUESDAY)).containsExactly("BJ");
        assertThat(known(WEDNESDAY)).containsExactly("CM");
    }

    @Test
    void a_clock_that_steps_back_never_makes_two_versions_known_at_once() {
        facts.learn("media-mention", id, 1, MONDAY, mention("BJ"));
        facts.learn("media-mention", id, 2, WEDNESDAY, mention("CM"));
        facts.learn("media-mention", id, 3, TUESDAY, mention("PE"));
        assertThat(known(TUESDAY)).containsExactly("BJ");
        assertThat(known(WEDNESDAY)).containsExactly("PE");
    }

    @Test
    void a_version_that_comes_twice_changes_nothing() {
        facts.learn("media-mention", id, 1, MONDAY, mention("BJ"));
        facts.learn("media-mention", id, 2, TUESDAY, mention("CM"));
        facts.learn("media-mention", id, 2, TUESDAY, mention("CM"));
        assertThat(known(WEDNESDAY)).containsExactly("CM");
    }

    @Test
    void a_rebuild_from_a_compacted_topic_still_knows_what_was_known_once() throws SQLException {
        facts.learn("media-mention", id, 1, MONDAY, mention("BJ"));
        facts.learn("media-mention", id, 2, TUESDAY, mention("CM"));
        facts.learn("media-mention", id, 3, WEDNESDAY, mention("PE"));
        facts.execute("create schema projection_next");
        for (String table : List.of("media_mention_fact", "fact_clock")) {
            facts.execute("create table projection_next.%1$s (like projection.%1$s including all)".formatted(table));
        }
        // The broker has kept the first version in a segment not compacted yet, and the last.
        rebuild(1, MONDAY, mention("BJ"));
        rebuild(3, WEDNESDAY, mention("PE"));
        assertThat(rows("projection_next")).isEqualTo(rows("projection"));
    }

    private void rebuild(long version, Instant at, ObjectNode state) throws SQLException {
        List<FactLearning.Told> told = List.of(new FactLearning.Told(id, version, at, state));
        try (Connection connection = facts.database().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("set local search_path = public, projection_next");
            FactLearning.keepWhatCompactionForgot("media-mention", told, connection);
            FactLearning.learn("media-mention", told, connection);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private List<String> rows(String schema) throws SQLException {
        try (Connection connection = facts.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select fact::text from " + schema + ".media_mention_fact as fact order by version");
                ResultSet rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private List<String> known(Instant at) {
        try (Connection connection = facts.database().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select country from media_mention_fact where known_from <= ?::timestamptz and known_to > ?::timestamptz")) {
            statement.setString(1, at.toString());
            statement.setString(2, at.toString());
            try (ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode mention(String country) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", "mention")
                .put("country", country)
                .put("publishedOn", "2026-01-01");
    }
}
