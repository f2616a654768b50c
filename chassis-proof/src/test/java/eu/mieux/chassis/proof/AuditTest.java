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
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AuditTest {

    private static final String TRAIL = "/api/v1/services/chassis-proof/audit-trail";

    /** What is append-only, with one column of each. */
    private static final Map<String, String> KEPT =
            Map.of("event_log", "actor", "audit_note", "actor", "record_change", "digest", "audit_seal", "digest");

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update %s set %s = null",
                "delete from %s",
                "truncate %s cascade",
                "alter table %s disable trigger all",
                "drop trigger append_only on %s",
                "drop table %s cascade"
            })
    void the_service_itself_cannot_change_or_remove_what_was_written_down(String way) {
        shoe("kept-for-good-" + way.length());
        KEPT.forEach((table, column) -> assertThatThrownBy(() -> execute(way.formatted(table, column)))
                .as(way.formatted(table, column))
                .satisfies(AuditTest::isDenied));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into record_change (table_name, record_id, digest) values ('shoe', gen_random_uuid(), '')",
                "alter table shoe disable trigger audited",
                "create or replace function audit_change() returns trigger language plpgsql as 'begin return null; end'",
                "set session_replication_role = replica",
                "set role service_owner",
                "insert into audit_seal values (current_date - 9, 0, '', now())",
                "select seal_audit_day(current_date, now())",
                "create temp table shoe (id uuid); create trigger audited after insert on shoe for each row execute function audit_change('id')",
                "delete from flyway_schema_history"
            })
    void the_service_itself_cannot_get_around_the_trail(String way) {
        assertThatThrownBy(() -> execute(way)).as(way).satisfies(AuditTest::isDenied);
    }

    /** Undone in the end, for no event tells of it. */
    @Test
    void a_search_path_of_its_own_leads_no_change_past_the_trail() throws SQLException {
        String shoe = shoe("elsewhere");
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("create temp table record_change (like public.record_change including all)");
            sql.execute("set local search_path = pg_temp, public");
            sql.execute("update shoe set name = 'Clog' where id = '" + shoe + "'");
            try (ResultSet row =
                    sql.executeQuery("select count(*) from public.record_change where record_id = '" + shoe + "'")) {
                row.next();
                assertThat(row.getLong(1)).isEqualTo(2);
            }
            connection.rollback();
        }
    }

    @Test
    void not_even_the_owner_of_the_tables_changes_what_was_written_down_as_long_as_its_triggers_stand() {
        shoe("kept-by-triggers");
        String entry = "insert into audit_seal values (current_date - 5, 0, '', now()) on conflict do nothing;"
                + "insert into audit_note (id, kind, what, record_type, actor, recorded_at) values (gen_random_uuid(), 'DONE', 'x', 'x', 'x', now());";
        KEPT.forEach((table, column) -> {
            for (String way : List.of("delete from %s", "truncate %s cascade", "update %s set %s = %s")) {
                assertThatThrownBy(() -> asOwner(entry + way.formatted(table, column, column)))
                        .as(way.formatted(table, column, column))
                        .hasMessageContaining("append-only");
            }
        });
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
        asOwner("alter table audit_note disable trigger append_only");
        asOwner("update audit_note set actor = 'nobody' where recorded_at < now() - interval '2 days'"
                + " and recorded_at > now() - interval '60 hours'");
        asOwner("alter table audit_note enable trigger append_only");
        seals().body("items.intact", contains(true, false, true));
    }

    private static ValidatableResponse seals() {
        return Tokens.as("auditor")
                .get("/api/v1/services/chassis-proof/audit-seals?limit=3")
                .then()
                .statusCode(200);
    }

    private static void isDenied(Throwable error) {
        assertThat(error)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        denied -> assertThat(denied.getSQLState())
                                .as(denied.getMessage())
                                .isEqualTo("42501"));
    }

    private static void asOwner(String statement) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("MIEUX_DATABASE_URL", String.class),
                        config.getValue("MIEUX_DATABASE_OWNER", String.class),
                        config.getValue("MIEUX_DATABASE_OWNER_PASSWORD", String.class));
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
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
