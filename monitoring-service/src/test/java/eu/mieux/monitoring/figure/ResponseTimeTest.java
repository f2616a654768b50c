package eu.mieux.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.monitoring.fact.TestFacts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponseTimeTest {

    private final TestFacts facts = TestFacts.alone();
    private final Figures figures =
            new Figures(facts.database(), new FigureCatalogue(TestCodes.codes()), TestCodes.distances());
    private final UUID request = UUID.randomUUID();

    @BeforeEach
    void nothing_is_known() {
        facts.forget();
    }

    @Test
    void three_months_from_30_november_end_with_february() {
        request(1, "SUBMITTED", "2016-11-30", "2016-11-30T09:00:00Z");
        launched("2017-02-28");
        assertThat(shown("response.within-three-months")).isEqualTo("100.0");
        launched("2017-03-01");
        assertThat(shown("response.within-three-months")).isEqualTo("0.0");
    }

    @Test
    void days_on_hold_extend_the_three_months() {
        request(1, "APPROVED", "2017-01-10", "2017-02-11T09:00:00Z", hold("2017-02-01", "2017-02-11"));
        launched("2017-04-20");
        assertThat(shown("response.within-three-months")).isEqualTo("100.0");
        assertThat(shown("response.median-days")).isEqualTo("100.0");
        launched("2017-04-21");
        assertThat(shown("response.within-three-months")).isEqualTo("0.0");
    }

    @Test
    void a_hold_that_is_corrected_afterwards_extends_by_the_right_days() {
        request(1, "APPROVED", "2017-01-10", "2017-02-11T09:00:00Z", hold("2017-02-01", "2017-02-11"));
        launched("2017-04-20");
        request(2, "APPROVED", "2017-01-10", "2017-06-01T09:00:00Z", hold("2017-02-01", "2017-02-02"));
        assertThat(shown("response.within-three-months")).isEqualTo("0.0");
    }

    @Test
    void days_on_hold_before_the_submission_or_after_the_launch_extend_nothing() {
        request(
                1,
                "APPROVED",
                "2017-01-10",
                "2026-06-11T09:00:00Z",
                hold("2016-01-01", "2017-01-10"),
                hold("2017-04-11", "2017-06-11"));
        launched("2017-04-11");
        assertThat(shown("response.within-three-months")).isEqualTo("0.0");
    }

    @Test
    void a_request_imported_as_on_hold_does_not_hold_up_a_launch_that_is_still_to_come() {
        request(1, "ON_HOLD", "2017-01-10", "2017-01-20T09:00:00Z", hold("2017-01-20", null));
        launched("2017-09-10", "2017-01-20T09:00:01Z");
        assertThat(shown("response.within-three-months")).isEqualTo("0.0");
    }

    @Test
    void a_year_without_launches_has_no_response_time() {
        assertThat(shown("response.within-three-months")).isEqualTo("null");
        assertThat(shown("response.median-days")).isEqualTo("null");
    }

    private String shown(String id) {
        Figure figure = figures.catalogue().find(id).orElseThrow();
        return String.valueOf(figures.of(figure, 2017, Figures.LATEST).value());
    }

    private void request(long version, String status, String submittedOn, String knownFrom, ObjectNode... holds) {
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("reference", "2017-01")
                .put("title", "A request")
                .put("status", status)
                .put("submittedOn", submittedOn);
        state.putArray("authorityKeys");
        state.putArray("countries");
        state.putArray("themes");
        state.putArray("holds").addAll(List.of(holds));
        facts.learn("request", request, version, Instant.parse(knownFrom), state);
    }

    private static ObjectNode hold(String since, @Nullable String until) {
        return JsonNodeFactory.instance.objectNode().put("since", since).put("until", until);
    }

    private void launched(String on) {
        launched(on, TestFacts.TOLD.toString());
    }

    private void launched(String on, String knownFrom) {
        facts.execute("truncate action_fact");
        ObjectNode state = JsonNodeFactory.instance
                .objectNode()
                .put("code", "2017-01")
                .put("name", "Benin I")
                .put("status", "ONGOING")
                .put("launchedOn", on);
        state.putArray("countries");
        state.putArray("themes");
        facts.learn("action", UUID.randomUUID(), 1, Instant.parse(knownFrom), state);
    }
}
