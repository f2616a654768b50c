package eu.mieux.preimplementation.request;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static eu.mieux.preimplementation.Given.requestAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Stream;
import eu.mieux.preimplementation.Given;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ActionNamesTest {

    @Inject
    AgroalDataSource database;

    @Test
    void the_next_numeral_follows_the_actions_that_are_known_from_implementation() {
        actionKnown("2015-90", "Nepal VI");
        actionKnown("2016-90", "Nepal Forum");
        assertThat(actionName(Given.approved("NP", "The seventh"))).isEqualTo("Nepal VII");
        assertThat(actionName(Given.approved("NP", "The eighth"))).isEqualTo("Nepal VIII");
    }

    @Test
    void a_regional_organisation_goes_by_its_own_name() {
        json(
                        manager(),
                        Map.of(
                                "name", "Secretariat of the 100_% Bloc",
                                "type", "REGIONAL_ORGANISATION",
                                "regionalOrganisation", "100_%\\ Bloc"))
                .post("/api/v1/authorities")
                .then()
                .statusCode(201);
        Map<String, Object> draft = Given.draft("GH", "For all members");
        draft.put("authorities", List.of("org-secretariat-of-the-100-bloc"));
        draft.put("countries", List.of("GH", "TG"));
        assertThat(actionName(approved(draft))).isEqualTo("100_%\\ Bloc I");
        assertThat(actionName(approved(draft))).isEqualTo("100_%\\ Bloc II");
    }

    private static String approved(Map<String, Object> draft) {
        String id = json(manager(), draft).post("/api/v1/requests").path("id");
        manager().post(requestAt(id, "/submission")).then().statusCode(200);
        manager().post(requestAt(id, "/review")).then().statusCode(200);
        json(manager(), Map.of("outcome", "APPROVED", "overrideReason", "Agreed."))
                .post(requestAt(id, "/decision"))
                .then()
                .statusCode(200);
        return id;
    }

    private static String actionName(String request) {
        return manager().get(requestAt(request, "")).path("actionName");
    }

    private void actionKnown(String code, String name) {
        UUID id = UUID.randomUUID();
        Stream.publish(
                "action",
                id,
                1,
                "action-recorded",
                "{\"id\":\"%s\",\"code\":\"%s\",\"name\":\"%s\"}".formatted(id, code, name));
        await().atMost(Duration.ofSeconds(20)).until(() -> isKnown(code));
    }

    private boolean isKnown(String code) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 from known_action where code = ?")) {
            query.setString(1, code);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
