package eu.mieux.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The few statements that a superuser says to a server. */
final class Databases {

    private Databases() {}

    static void create(Connection connection, String name, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                statement.execute("create role " + identifier(name) + " login");
            }
            setPassword(connection, name, password);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + identifier(name) + " owner " + identifier(name));
            }
            statement.execute("revoke connect on database " + identifier(name) + " from public");
        }
    }

    static void drop(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + identifier(name) + " with (force)");
            statement.execute("drop role if exists " + identifier(name));
        }
    }

    static void setPassword(Connection connection, String role, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter role " + identifier(role) + " password '" + password.replace("'", "''") + "'");
        }
    }

    static Path dataDirectory(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show data_directory")) {
            rows.next();
            return Path.of(rows.getString(1));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
