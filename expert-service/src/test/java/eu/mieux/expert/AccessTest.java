package eu.mieux.expert;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.inbox.Inbox;
import eu.mieux.chassis.testing.AccessTable;
import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Everybody is the same expert, and of the same region. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AccessTest {

    private static final String EXPERT = "/api/v1/experts/{idOrKey}";
    private static final String DEPLOYMENT = "/api/v1/deployments/{id}";
    private static final AtomicInteger ACTION = new AtomicInteger(10);

    @Inject
    Inbox inbox;

    @Test
    void every_operation_answers_every_role_as_the_reviewed_table_says() throws Exception {
        table().holds();
    }

    @Test
    void a_member_of_no_institution_is_answered_as_anybody() throws InterruptedException {
        table().whoIsOfNoInstitutionIsNoMember();
    }

    @Test
    void whoever_reads_a_record_hears_that_it_changed_and_nobody_else() throws InterruptedException {
        table().whoReadsARecordHearsOfIt();
    }

    @Test
    void what_one_learns_from_lists_is_of_no_use_to_another() throws InterruptedException {
        table().idsOfOneAreOfNoUseToAnother();
    }

    private AccessTable table() throws InterruptedException {
        String own = Roster.registered();
        String other = Roster.registered();
        AccessTable table =
                new AccessTable(Map.of("regions", List.of("AFRICA_WEST"), "expert", List.of(own)), "experts", "expert");
        table.record(EXPERT, "own", "/api/v1/experts/" + own);
        table.record(EXPERT, "other-expert", "/api/v1/experts/" + other);
        table.record(EXPERT, "absent", "/api/v1/experts/" + UUID.randomUUID());
        String here = activityIn("AFRICA_WEST");
        String elsewhere = activityIn("ASIA");
        table.record(DEPLOYMENT, "own", deployed(own, here));
        table.record(DEPLOYMENT, "other-region", deployed(own, elsewhere));
        table.record(DEPLOYMENT, "other-expert", deployed(other, here));
        table.record(DEPLOYMENT, "absent", "/api/v1/deployments/" + UUID.randomUUID());
        invited(table, "own", own, here);
        invited(table, "other-region", own, elsewhere);
        invited(table, "absent", "expert-who-is-not", here);
        return table;
    }

    private static void invited(AccessTable table, String kind, String expert, String action) {
        table.body("POST /api/v1/deployments", kind, """
                {"expertKey":"%s","actionCode":"%s","activityNumber":1}""".formatted(expert, action));
    }

    /** The code of a new Action that is known here, with an Activity 1. */
    private String activityIn(String region) throws InterruptedException {
        String code = "2032-" + ACTION.getAndIncrement();
        Stream.publish("action", UUID.randomUUID(), 1, "action-prepared", """
                {"code":"%s","region":"%s"}""".formatted(code, region));
        Activities.announce(Activities.planned(code, 1, "REMOTE", null, null), 1);
        assertThat(inbox.awaitCaughtUp(Duration.ofMinutes(2))).isTrue();
        return code;
    }

    private static String deployed(String expert, String action) {
        String id = Tokens.as("emm")
                .contentType("application/json")
                .body(Map.of("expertKey", expert, "actionCode", action, "activityNumber", 1))
                .post("/api/v1/deployments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/api/v1/deployments/" + id;
    }
}
