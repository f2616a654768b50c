package eu.mieux.monitoring.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.monitoring.fact.TestFacts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IllustrativeExpertsTest {

    private final TestFacts facts = TestFacts.alone();
    private final Figures figures =
            new Figures(facts.database(), new FigureCatalogue(TestCodes.codes()), TestCodes.distances());
    private final FigureRecords records = new FigureRecords(facts.database(), TestCodes.distances());

    @BeforeEach
    void one_activity_was_delivered() {
        facts.forget();
        ObjectNode activity = record("derived")
                .put("actionCode", "2017-01")
                .put("number", 1)
                .put("type", "TRAINING")
                .put("status", "DELIVERED")
                .put("startsOn", "2017-05-01");
        activity.putArray("beneficiaryCountries");
        facts.learn("activity", UUID.randomUUID(), 1, TestFacts.TOLD, activity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"experts.deployed", "experts.deployed.newcomers", "experts.deployed.cumulative"})
    void an_illustrative_expert_is_illustrative_whoever_says_that_she_was_deployed(String figure) {
        expert("illustrative");
        deployment("published");
        assertThat(share(figure)).isEqualTo("100.0");
        assertThat(behind(figure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"experts.deployed", "experts.deployed.newcomers", "experts.deployed.cumulative"})
    void a_real_expert_with_nothing_but_illustrative_deployments_is_illustrative(String figure) {
        expert("published");
        deployment("illustrative");
        assertThat(share(figure)).isEqualTo("100.0");
        assertThat(behind(figure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"experts.deployed", "experts.deployed.newcomers", "experts.deployed.cumulative"})
    void a_real_expert_with_a_real_deployment_is_not(String figure) {
        expert("published");
        deployment("derived");
        assertThat(share(figure)).isEqualTo("0.0");
        assertThat(behind(figure)).isFalse();
    }

    @Test
    void nothing_is_said_of_experts_where_there_are_none() {
        assertThat(share("experts.deployed")).isEqualTo("null");
    }

    private String share(String figure) {
        Figure found = figures.catalogue().find(figure).orElseThrow();
        return String.valueOf(figures.of(found, 2017, Figures.LATEST).illustrativeShare());
    }

    private boolean behind(String figure) {
        Figure found = figures.catalogue().find(figure).orElseThrow();
        List<FigureRecords.Found> page = records.page(found, 2017, Figures.LATEST, null, 2);
        assertThat(page).hasSize(1);
        return page.getFirst().fields().path("illustrative").booleanValue();
    }

    private void expert(String provenance) {
        facts.learn(
                "expert",
                UUID.randomUUID(),
                1,
                TestFacts.TOLD,
                record(provenance)
                        .put("key", "expert-1")
                        .put("gender", "FEMALE")
                        .put("category", "ICMPD")
                        .put("registeredOn", "2016-01-01"));
    }

    private void deployment(String provenance) {
        facts.learn(
                "deployment",
                UUID.randomUUID(),
                1,
                TestFacts.TOLD,
                record(provenance)
                        .put("expertKey", "expert-1")
                        .put("actionCode", "2017-01")
                        .put("activityNumber", 1)
                        .put("category", "ICMPD")
                        .put("status", "COMPLETED"));
    }

    private static ObjectNode record(String provenance) {
        return JsonNodeFactory.instance.objectNode().put("provenance", provenance);
    }
}
