package eu.mieux.implementation;

import static java.util.Objects.requireNonNull;

import eu.mieux.chassis.testing.AccessTable;
import eu.mieux.chassis.testing.Csv;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Everybody is of Costa Rica's ministry, in its country and region, and an expert who travels. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AccessTest {

    private static final String ACTION = "/api/v1/actions/{idOrCode}";
    private static final String ACTIVITY = ACTION + "/activities/{number}";
    private static final String DELIVERABLE = ACTION + "/deliverables/{id}";
    private static final String LEG = "/api/v1/travel-legs/{idOrKey}";
    private static final String OFFSET = "/api/v1/carbon-offsets/{idOrKey}";

    private static final Map<String, List<String>> EVERYBODY = Map.of(
            "regions", List.of(Elsewhere.REGION),
            "countries", List.of("CR"),
            "authority", List.of("cr-ministry"),
            "expert", List.of("expert-7001"));

    @Test
    void every_operation_answers_every_role_as_the_reviewed_table_says() throws IOException {
        table().holds();
    }

    @Test
    void a_member_of_no_institution_is_answered_as_anybody() {
        table().whoIsOfNoInstitutionIsNoMember();
    }

    @Test
    void whoever_reads_a_record_hears_that_it_changed_and_nobody_else() {
        table().whoReadsARecordHearsOfIt();
    }

    @Test
    void what_one_learns_from_lists_is_of_no_use_to_another() {
        table().idsOfOneAreOfNoUseToAnother();
    }

    private static AccessTable table() {
        AccessTable table = new AccessTable(EVERYBODY, "actions", "implementation");
        try (Elsewhere elsewhere = new Elsewhere()) {
            elsewhere.expert("expert-7001");
        }
        String own = Elsewhere.handedOver("cr-ministry");
        action(table, "own", own);
        String abroad = Elsewhere.handedOver("cr-ministry", "ASIA", "LK");
        action(table, "other-region", abroad);
        action(table, "other-partner", Elsewhere.handedOver("cr-police"));
        table.record(ACTION, "absent", "/api/v1/actions/" + UUID.randomUUID());
        table.record(ACTIVITY, "absent", "/api/v1/actions/" + own + "/activities/99");
        table.record(DELIVERABLE, "absent", "/api/v1/actions/" + own + "/deliverables/" + UUID.randomUUID());
        leg(table, "own", "TEAM", "colleague", own);
        leg(table, "other-region", "TEAM", "colleague", abroad);
        leg(table, "own-journey", "EXPERT", "expert-7001", abroad);
        leg(table, "of-no-action", "TEAM", "expert-7001", "");
        table.record(LEG, "absent", "/api/v1/travel-legs/" + UUID.randomUUID());
        String certificate = "certificate-" + UUID.randomUUID();
        imported(
                "carbon_offsets",
                "key,year,standard,project,tonnes_co2e,provenance\n" + certificate + ",2022,,,1.5,\n");
        table.record(OFFSET, "any", "/api/v1/carbon-offsets/" + certificate);
        table.record(OFFSET, "absent", "/api/v1/carbon-offsets/" + UUID.randomUUID());
        return table;
    }

    private static void action(AccessTable table, String kind, String code) {
        String action = "/api/v1/actions/" + code;
        table.record(ACTION, kind, action);
        table.record(ACTIVITY, kind, action + "/activities/1");
        String deliverable = Tokens.as("manager")
                .contentType("application/json")
                .body(Map.of("title", "Handbook", "type", "HANDBOOK"))
                .post(action + "/deliverables")
                .path("id");
        table.record(DELIVERABLE, kind, action + "/deliverables/" + requireNonNull(deliverable));
    }

    private static void leg(AccessTable table, String kind, String traveller, String whose, String code) {
        String key = "leg-" + UUID.randomUUID();
        imported("travel_legs", """
                key,traveller_kind,traveller_key,action_code,activity_number,departed_on,from_iata,to_iata,cabin,provenance
                %s,%s,%s,%s,,2022-01-01,BRU,SJO,ECONOMY,
                """.formatted(key, traveller, whose, code));
        table.record(LEG, kind, "/api/v1/travel-legs/" + key);
    }

    private static void imported(String file, String text) {
        Csv.assertCounts(Csv.imported(file, text), 1, 0, 0);
    }
}
