package eu.mieux.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The few statements that a superuser says to a server. */
final class Databases {

    private static final String OWNED = "select 1 from pg_database where datname = ? and pg_get_userbyid(datdba) = ?";

    private Databases() {}

    static void create(Connection connection, String name, String password, String ownerPassword) throws SQLException {
        String owner = PostgresServer.owner(name);
        role(connection, name, password);
        role(connection, owner, ownerPassword);
        onlyPublic(connection, owner);
        try (Statement statement = connection.createStatement()) {
            String database = "database " + identifier(name);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create " + database + " owner " + identifier(owner));
            } else if (!exists(connection, OWNED, name, owner)) {
                throw new StartFailed(
                        "The database %s does not belong to the role %s: it was made by an earlier version. Start with an empty data folder."
                                .formatted(name, owner));
            }
            statement.execute("revoke connect on " + database + " from public");
            // Nor into the one that belongs to nobody.
            statement.execute("revoke connect on database postgres from public");
            statement.execute("grant connect, create on " + database + " to " + identifier(name));
        }
    }

    static void drop(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + identifier(name) + " with (force)");
            statement.execute(
                    "drop role if exists " + identifier(name) + ", " + identifier(PostgresServer.owner(name)));
        }
    }

    /** It runs what it finds there: nothing that another role could have put before it. */
    private static void onlyPublic(Connection connection, String owner) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter role " + identifier(owner) + " set search_path = public");
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create role " + identifier(name) + " login");
            }
        }
        setPassword(connection, name, password);
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

    private static boolean exists(Connection connection, String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
