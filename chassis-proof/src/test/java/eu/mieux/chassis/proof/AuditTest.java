package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AuditTest {

    private static final String TRAIL = "/api/v1/services/chassis-proof/audit-trail";

    @Inject
    AgroalDataSource database;

    @Test
    void what_is_no_address_is_not_taken_for_where_a_call_comes_from() {
        String shoe = shoe("from nowhere");
        Tokens.as("officer")
                .header("X-Forwarded-For", "192.0.2.7-i-was-never-here")
                .post("/api/v1/shoes/" + shoe + "/sale")
                .then()
                .statusCode(200);
        trail("recordId=" + shoe).body("items[0].address", equalTo("127.0.0.1"));
    }

    @Test
    void the_auditor_reads_who_did_what_to_which_record_from_where_before_and_after() {
        String shoe = shoe("audited");
        Tokens.of("officer")
                .subject("ofelia")
                .request()
                .header("X-Forwarded-For", "192.0.2.7")
                .post("/api/v1/shoes/" + shoe + "/sale")
                .then()
                .statusCode(200);
        trail("recordId=" + shoe)
                .body("items.what", contains("shoe-sold", "shoe-listed"))
                .body("items.kind", everyItem(equalTo("CHANGED")))
                .body("items.version", contains(2, 1))
                .body("items[0].actor", equalTo("ofelia"))
                .body("items[0].address", equalTo("192.0.2.7"))
                .body("items[0].changes[0].before.pairs", equalTo(3))
                .body("items[0].changes[0].after.pairs", equalTo(2))
                .body("items[0].changes[0].after.name", nullValue())
                .body("items[1].changes[0].before", nullValue())
                .body("items[1].changes[0].after.name", equalTo("Boot"));
        trail("actor=ofelia&recordType=shoe").body("items.recordId", hasItem(shoe));
        trail("actor=nobody").body("items", equalTo(List.of()));
        trail("recordId=" + shoe + "&to=2020-01-01T00:00:00Z").body("items", equalTo(List.of()));
    }

    @Test
    void what_operators_do_is_written_down_too() {
        Tokens.of("manager")
                .subject("imelda")
                .request()
                .contentType("text/csv")
                .body("article,name,pairs,colours\n")
                .post("/api/v1/portfolio/shoes/imports?dryRun=true")
                .then()
                .statusCode(202);
        trail("actor=imelda&kind=DONE")
                .body("items.what", contains("import-tried"))
                .body("items.recordKey", contains("shoes"));
    }

    @Test
    void the_trail_is_for_auditors_alone() {
        Tokens.anonymous().get(TRAIL).then().statusCode(401);
        Tokens.as("manager").get(TRAIL).then().statusCode(403);
        Tokens.as("auditor").get("/api/v1/services/other/audit-trail").then().statusCode(404);
        Tokens.as("auditor").get(TRAIL + "?limit=201").then().statusCode(422);
        Tokens.as("auditor").get(TRAIL + "?from=yesterday").then().statusCode(400);
        Tokens.as("auditor")
                .get(TRAIL + "?to=%2B999999999-12-31T00:00:00Z")
                .then()
                .statusCode(400);
    }

    @Test
    void the_service_itself_cannot_change_or_remove_what_was_written_down() {
        shoe("kept-for-good");
        for (String table : List.of("event_log", "audit_note", "record_change", "audit_seal")) {
            refused("delete from " + table, table);
            refused("truncate " + table + " cascade", "append-only");
        }
        refused("update event_log set actor = 'somebody else'", "event_log");
        refused("update record_change set after = '{}'", "record_change");
    }

    @Test
    void a_day_is_sealed_when_it_is_over_and_its_seal_breaks_when_it_is_changed_afterwards() throws SQLException {
        execute("""
                insert into audit_note (id, kind, what, record_type, actor, recorded_at)
                select gen_random_uuid(), 'DONE', 'walked', 'shoe', 'ofelia', day from generate_series(
                    now() - interval '3 days', now() - interval '1 day', interval '1 day') day""");
        String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> seals().body("items[0].day", equalTo(yesterday)));
        seals().body("items.intact", hasSize(3))
                .body("items.intact", everyItem(equalTo(true)))
                .body("items.entries", everyItem(greaterThanOrEqualTo(1)));
        execute("alter table audit_note disable trigger append_only");
        execute("update audit_note set actor = 'nobody' where recorded_at < now() - interval '2 days'"
                + " and recorded_at > now() - interval '60 hours'");
        execute("alter table audit_note enable trigger append_only");
        seals().body("items.intact", contains(true, false, true));
    }

    private static ValidatableResponse seals() {
        return Tokens.as("auditor")
                .get("/api/v1/services/chassis-proof/audit-seals?limit=3")
                .then()
                .statusCode(200);
    }

    private void refused(String statement, String why) {
        assertThatThrownBy(() -> {
                    execute("insert into audit_seal values (current_date - 5, 0, '', now()) on conflict do nothing");
                    execute(
                            "insert into audit_note (id, kind, what, record_type, actor, recorded_at) values (gen_random_uuid(), 'DONE', 'x', 'x', 'x', now())");
                    execute(statement);
                })
                .as(statement)
                .hasMessageContaining(why)
                .hasMessageContaining("append-only");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String shoe(String article) {
        return Tokens.as("manager")
                .contentType(ContentType.JSON)
                .body("""
                        {"article":"%s","name":"Boot","pairs":3,"colours":["red"]}""".formatted(article))
                .post("/api/v1/shoes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse trail(String query) {
        ValidatableResponse answer =
                Tokens.as("auditor").get(TRAIL + "?" + query).then().statusCode(200);
        assertThat(answer.extract().asString()).isNotEmpty();
        return answer;
    }
}
