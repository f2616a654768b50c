package eu.mieux.preimplementation;

import static eu.mieux.preimplementation.Given.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.chassis.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** What every service offers alike, here with the facility's own words; its answers are the examples of the API's document. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class EveryServiceTest {

    @Inject
    AgroalDataSource database;

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TWO_ROWS = """
            key,name,type,country,regional_organisation,provenance
            lr-immigration-service,Liberia Immigration Service,CENTRAL_GOVERNMENT,LR,,
            lr-harbour-police,Harbour Police,VILLAGE,LR,,
            """;

    @Test
    void code_lists_are_answered_in_the_language_asked_for() {
        assertThat(RestAssured.given()
                        .get("/api/v1/code-lists?limit=3")
                        .jsonPath()
                        .getList("items"))
                .hasSize(3);
        Response french = RestAssured.given()
                .header("Accept-Language", "fr")
                .get("/api/v1/code-lists/countries?on=2017-06-30&limit=3");
        assertThat(french.jsonPath().<String>getList("items.label")).contains("Andorre", "Afghanistan");
    }

    @Test
    void a_file_is_imported_followed_and_its_faults_are_told() {
        Response accepted = manager()
                .contentType("text/csv")
                .body(TWO_ROWS)
                .post("/api/v1/portfolio/authorities/imports?mode=keep-good");
        assertThat(accepted.statusCode()).isEqualTo(202);
        String operation = accepted.header("Location");
        await().atMost(SOON)
                .until(() -> !manager().get(operation).path("status").equals("RUNNING"));
        assertThat(manager().get(operation + "/errors").jsonPath().<String>getList("items.code"))
                .containsExactly("unknown-code");
    }

    @Test
    void a_record_that_cannot_be_applied_is_parked_and_can_be_seen() {
        String key = UUID.randomUUID().toString();
        Stream.send(new ProducerRecord<>("mieux.action", key, "this is no JSON"));
        await().atMost(SOON).until(() -> parkedKeys().contains(key));
    }

    @Test
    void auditors_read_who_did_what_and_whether_it_was_left_alone() throws SQLException {
        String id = Given.submitted("UG", "Watched");
        assertThat(audited("audit-trail?recordId=" + id)).hasSize(2);
        try (Connection connection = database.getConnection();
                Statement yesterday = connection.createStatement()) {
            yesterday.execute("""
                    insert into audit_note (id, kind, what, record_type, record_key, actor, recorded_at)
                    values (gen_random_uuid(), 'DONE', 'import-started', 'portfolio', 'requests', 'manager-1', now() - interval '1 day')""");
        }
        await().atMost(SOON).until(() -> !audited("audit-seals").isEmpty());
    }

    private static List<Object> audited(String what) {
        return Tokens.as("auditor")
                .get("/api/v1/services/pre-implementation/" + what)
                .jsonPath()
                .getList("items");
    }

    private static List<String> parkedKeys() {
        return manager()
                .get("/api/v1/services/pre-implementation/parked-records?limit=200")
                .jsonPath()
                .getList("items.key");
    }
}
