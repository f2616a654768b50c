package eu.mieux.knowledge.webhook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What is kept of a webhook, for what no client is told and no test can wait for. */
record Rows(DataSource database) {

    /** @param sql with one parameter, the webhook */
    long number(String sql, String webhook) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, UUID.fromString(webhook));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** @param sql with one parameter, the webhook */
    void update(String sql, String webhook) {
        try (Connection connection = database.getConnection()) {
            update(connection, sql, webhook);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static void update(Connection connection, String sql, String webhook) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, UUID.fromString(webhook));
            update.execute();
        }
    }
}
