package eu.mieux.expert.roster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.expert.Roster;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
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

    @Test
    void what_stands_elsewhere_of_experts_is_behind_the_same_wall() throws SQLException {
        String changes = "select count(*) from record_change where table_name = 'expert'";
        assertThat(as("*", changes)).isGreaterThanOrEqualTo(2);
        assertThat(as(own, changes)).isZero();
        assertThat(as("", changes)).isZero();
        String others = "select count(*) from record_change where table_name <> 'expert'";
        assertThat(as("", others)).isEqualTo(as("*", others));
        String answers = "select count(*) from kept_answer";
        assertThat(asIfNothingWereSaid("select count(*) from expert")).isZero();
        assertThat(asIfNothingWereSaid(changes)).isZero();
        assertThat(asIfNothingWereSaid(answers)).isZero();
    }

    /** As from a session that never came through the wall. */
    private static long asIfNothingWereSaid(String query) throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
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
