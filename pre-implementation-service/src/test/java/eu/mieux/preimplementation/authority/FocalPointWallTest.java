package eu.mieux.preimplementation.authority;

import static eu.mieux.preimplementation.Given.json;
import static eu.mieux.preimplementation.Given.manager;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.preimplementation.Given;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries that forgot the policy, as the service's own database role says them. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class FocalPointWallTest {

    @Inject
    AgroalDataSource database;

    private String one;
    private String other;

    @BeforeEach
    void two_authorities_have_each_a_focal_point() {
        one = reachable("ML");
        other = reachable("MR");
    }

    @Test
    void a_transaction_that_names_no_authority_sees_nobody() throws SQLException {
        assertThat(seen("")).isZero();
    }

    @Test
    void a_transaction_sees_the_focal_points_of_the_authorities_that_it_names() throws SQLException {
        assertThat(seen(one)).isEqualTo(reachedAt(one));
        assertThat(seen(one + "," + other)).isEqualTo(reachedAt(one) + reachedAt(other));
        assertThat(seen("*")).isGreaterThanOrEqualTo(reachedAt(one) + reachedAt(other));
    }

    @Test
    void a_transaction_changes_those_alone() throws SQLException {
        assertThat(asked(
                        one,
                        "with changed as (update authority_contact set function = 'Other' returning 1)"
                                + " select count(*) from changed"))
                .isEqualTo(reachedAt(one));
    }

    @Test
    void the_next_transaction_of_the_connection_has_to_name_them_again() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            tell(connection, "*");
            assertThat(count(connection, "select count(*) from authority_contact"))
                    .isPositive();
            connection.commit();
            assertThat(count(connection, "select count(*) from authority_contact"))
                    .isZero();
            connection.rollback();
        }
    }

    /** Its id. */
    private static String reachable(String country) {
        String key = Given.authority(country);
        json(manager(), Map.of("name", "Awa Keita", "email", "awa.keita@mieux.example"))
                .post("/api/v1/authorities/" + key + "/contacts")
                .then()
                .statusCode(200);
        return manager().get("/api/v1/authorities/" + key).path("id");
    }

    private static long reachedAt(String id) {
        int people = manager().get("/api/v1/authorities/" + id).path("contacts.size()");
        assertThat(people).isPositive();
        return people;
    }

    private long seen(String named) throws SQLException {
        return asked(named, "select count(*) from authority_contact");
    }

    private long asked(String named, String query) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            tell(connection, named);
            long found = count(connection, query);
            connection.rollback();
            return found;
        }
    }

    private static void tell(Connection connection, String named) throws SQLException {
        try (PreparedStatement tell =
                connection.prepareStatement("select set_config('mieux.focal_points_of', ?, true)")) {
            tell.setString(1, named);
            tell.execute();
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(query);
                ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
