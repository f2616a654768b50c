package eu.mieux.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path folder;

    private PostgresSettings settings;

    @BeforeEach
    void choose_a_port() {
        settings = at(folder.resolve("a b").resolve("postgres"), Ports.free());
    }

    @AfterEach
    void stop() {
        new DataDirectory(settings.dataDirectory()).postmaster().ifPresent(Postmaster::stop);
    }

    @Test
    void data_are_there_after_a_restart() throws SQLException {
        try (PostgresServer server = PostgresServer.start(settings)) {
            server.createDatabase("expert", "secret", "key");
            execute(server, "expert", "secret", "create schema own create table kept (id int)");
        }
        try (PostgresServer server = PostgresServer.start(settings)) {
            assertThat(server.attached()).isFalse();
            execute(server, "expert", "secret", "select * from own.kept");
        }
    }

    @Test
    void a_commit_is_durable_unless_told_otherwise() throws SQLException {
        try (PostgresServer server = PostgresServer.start(settings);
                Connection connection = server.connect("postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select current_setting('fsync') || current_setting('synchronous_commit')")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("onon");
        }
    }

    @Test
    void a_server_left_behind_is_attached_to() throws Exception {
        PostgresLeftBehind.by(settings);

        try (PostgresServer found = PostgresServer.start(settings)) {
            assertThat(found.attached()).isTrue();
        }
        assertThat(Ports.occupied(settings.port())).isFalse();
    }

    @Test
    void a_server_left_behind_on_another_port_is_moved() throws Exception {
        PostgresLeftBehind.by(settings);

        try (PostgresServer moved = PostgresServer.start(at(settings.dataDirectory(), Ports.free()))) {
            assertThat(moved.attached()).isFalse();
            assertThat(Ports.occupied(settings.port())).isFalse();
        }
    }

    @Test
    void the_database_of_a_stranger_is_left_alone() {
        try (PostgresServer stranger = PostgresServer.temporary()) {
            assertThatThrownBy(() -> PostgresServer.start(at(settings.dataDirectory(), stranger.port())))
                    .isInstanceOf(PortOccupied.class)
                    .hasMessageContaining(Integer.toString(stranger.port()));
        }
    }

    @Test
    void an_occupied_port_is_named() throws Exception {
        try (ServerSocket other = new ServerSocket(settings.port(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> PostgresServer.start(settings))
                    .isInstanceOf(PortOccupied.class)
                    .hasMessageContaining(Integer.toString(other.getLocalPort()));
        }
    }

    @Test
    void a_process_id_that_now_belongs_to_another_program_does_not_hinder_the_start() throws Exception {
        PostgresServer.start(settings).close();
        Files.writeString(
                settings.dataDirectory().resolve("postmaster.pid"),
                "%d\n%s\n1\n%d\n\n127.0.0.1\n\nready\n"
                        .formatted(ProcessHandle.current().pid(), settings.dataDirectory(), settings.port()));

        assertThat(PostgresServer.start(settings).attached()).isFalse();
    }

    @Test
    void a_first_start_that_was_killed_is_begun_anew() throws Exception {
        DataDirectory directory = new DataDirectory(settings.dataDirectory());
        directory.markBirth();
        Files.createDirectories(directory.folder());
        Files.writeString(directory.folder().resolve("postgresql.conf"), "half");

        assertThat(PostgresServer.start(settings).pid()).isPresent();
        assertThat(directory.born()).isTrue();
    }

    @Test
    void a_folder_that_holds_something_else_is_refused_and_left_as_it_is() throws Exception {
        Path notes = Files.createDirectories(settings.dataDirectory()).resolve("notes.txt");
        Files.writeString(notes, "precious");

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> PostgresServer.start(settings))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining(settings.dataDirectory().toString())
                    .hasMessageContaining("choose another");
            assertThat(notes).hasContent("precious");
        }
        assertThat(settings.dataDirectory().toFile().list()).containsExactly("notes.txt");
        assertThat(settings.dataDirectory().getParent().toFile().list()).containsExactly("postgres");
    }

    @Test
    void a_stranger_s_file_beside_a_half_first_start_is_not_removed() throws Exception {
        DataDirectory directory = new DataDirectory(settings.dataDirectory());
        directory.markBirth();
        Path notes = Files.createDirectories(directory.folder()).resolve("notes.txt");
        Files.writeString(notes, "precious");

        assertThatThrownBy(() -> PostgresServer.start(settings)).isInstanceOf(StartFailed.class);
        assertThat(notes).hasContent("precious");
    }

    @Test
    void an_empty_folder_is_taken() throws Exception {
        Files.createDirectories(settings.dataDirectory());

        assertThat(PostgresServer.start(settings).pid()).isPresent();
    }

    @Test
    void the_server_of_another_suite_behind_a_link_is_neither_used_nor_stopped() throws Exception {
        try (PostgresServer other = PostgresServer.start(settings)) {
            Path link = Files.createSymbolicLink(folder.resolve("link"), settings.dataDirectory());

            for (int port : new int[] {Ports.free(), settings.port()}) {
                PostgresSettings ours = new PostgresSettings(link, port, "another", folder.resolve("our.log"));
                assertThatThrownBy(() -> PostgresServer.start(ours))
                        .isInstanceOf(StartFailed.class)
                        .hasMessageContaining("not this suite's");
                assertThatThrownBy(() -> PostgresServer.stop(ours)).isInstanceOf(StartFailed.class);
            }
            assertThat(other.pid()).isPresent();
            execute(other, "postgres", "it's secret", "select 1");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        PostgresServer server = PostgresServer.start(settings);
        server.createDatabase("expert", "secret", "key");

        assertThatThrownBy(() -> execute(server, "expert", "wrong", "select 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void a_role_does_not_get_into_the_database_of_another() {
        PostgresServer server = PostgresServer.start(settings);
        server.createDatabase("expert", "secret", "key");
        server.createDatabase("knowledge", "other", "key");

        assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("knowledge"), "expert", "secret"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void who_works_in_a_database_does_not_own_its_tables() throws SQLException {
        PostgresServer server = PostgresServer.start(settings);
        server.createDatabase("expert", "secret", "key");

        assertThatThrownBy(() -> execute(server, "expert", "secret", "create table mine (id int)"))
                .hasMessageContaining("permission denied for schema public");
        try (Connection owner = DriverManager.getConnection(server.jdbcUrl("expert"), "expert_owner", "key");
                var statement = owner.createStatement()) {
            statement.execute("create table kept (id int)");
        }
        assertThatThrownBy(() -> execute(server, "expert", "secret", "drop table kept"))
                .hasMessageContaining("must be owner of table kept");
    }

    @Test
    void a_database_of_an_earlier_version_is_left_as_it_is() throws SQLException {
        PostgresServer server = PostgresServer.start(settings);
        execute(server, "postgres", "it's secret", "create role expert login");
        execute(server, "postgres", "it's secret", "create database expert owner expert");

        assertThatThrownBy(() -> server.createDatabase("expert", "secret", "key"))
                .isInstanceOf(StartFailed.class)
                .hasMessageContainingAll("does not belong to the role expert_owner", "empty data folder");
    }

    private static PostgresSettings at(Path data, int port) {
        return new PostgresSettings(data, port, "it's secret", data.resolveSibling("postgres.log"));
    }

    private static void execute(PostgresServer server, String database, String password, String sql)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(database), database, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
