package eu.mieux.expert.roster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.expert.Roster;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries that forgot the policy, as the service's own database role says them. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class RosterWallTest {

    private static final String ALL = "select count(*) from expert";

    @Inject
    AgroalDataSource database;

    private String own;

    @BeforeEach
    void two_experts_are_registered() {
        own = Roster.registered();
        Roster.registered();
    }

    @Test
    void a_connection_that_works_for_an_expert_shows_nobody_else() throws SQLException {
        assertThat(as(own, ALL)).isEqualTo(1);
        assertThat(as(own, "select count(*) from expert where key <> '" + own + "'"))
                .isZero();
        assertThat(
                        as(
                                own,
                                "with changed as (update expert set family_name = 'Other' returning 1) select count(*) from changed"))
                .isEqualTo(1);
    }

    @Test
    void a_connection_that_does_not_say_for_whom_it_works_shows_nobody() throws SQLException {
        assertThat(as("", ALL)).isZero();
        assertThat(as("*", ALL)).isGreaterThanOrEqualTo(2);
    }

    private long as(String whose, String query) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement tell = connection.prepareStatement("select set_config('mieux.experts', ?, false)")) {
                tell.setString(1, whose);
                tell.execute();
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
