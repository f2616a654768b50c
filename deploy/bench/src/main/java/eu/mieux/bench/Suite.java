package eu.mieux.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A suite of the bench's own, started, asked and stopped by the launcher as anybody does it. */
final class Suite {

    static final String SUPERUSER = "postgres";

    /** As the services have it. */
    private static final String SCHEMAS = "public,projection";

    /** One principal asks for all of them here, as often as the suite can answer. */
    private static final Map<String, String> UNLIMITED =
            Map.of("MIEUX_RATE_LIMIT_PRINCIPAL", "1000000", "MIEUX_RATE_LIMIT_PRINCIPAL_BURST", "1000000");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRE_IMPLEMENTATION = 1;
    private static final int POSTGRES = 7;
    private static final int KAFKA = 8;

    private final Path root;
    private final Path data;
    private final int port;
    private final Map<String, String> tokens = new HashMap<>();

    Suite(Path root, Path data, int port) {
        this.root = root;
        this.data = data;
        this.port = port;
    }

    /** Seconds until the command returned: everything is ready then. */
    double up(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("up", "--detach", "--port", Integer.toString(port)));
        words.addAll(List.of(options));
        long begun = System.nanoTime();
        mieux(words.toArray(String[]::new));
        return (System.nanoTime() - begun) / 1e9;
    }

    void down() throws IOException, InterruptedException {
        mieux("down");
    }

    /** Whatever became of the start; the launcher refuses where none was ever begun. */
    void downIfUp() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("suite.json"))) {
            down();
        }
    }

    /** Runs a command of the launcher on this suite. */
    String mieux(String... words) throws IOException, InterruptedException {
        return command(words).run();
    }

    private Program command(String... words) {
        List<String> command = new ArrayList<>(List.of(root.resolve("mieux").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        return new Program(command, UNLIMITED);
    }

    String token(String role) throws IOException, InterruptedException {
        String known = tokens.get(role);
        if (known == null) {
            known = mieux("token", role).strip().lines().toList().getLast();
            tokens.put(role, known);
        }
        return known;
    }

    /** What its processes take of the machine's memory, shared pages counted once, in megabytes: all, and PostgreSQL with Kafka. */
    record Memory(double all, double ground) {}

    Memory memory() throws IOException, InterruptedException {
        String status = mieux("status", "--json");
        long all = 0;
        long ground = 0;
        for (JsonNode part : JSON.readTree(status.substring(status.indexOf('[')))) {
            long bytes = part.path("memoryBytes").asLong();
            all += bytes;
            if (Set.of("postgres", "kafka").contains(part.path("part").asText())) {
                ground += bytes;
            }
        }
        return new Memory(all / 1e6, ground / 1e6);
    }

    /** Processor seconds that a part has taken since it was started, the processes that it started included. */
    double processorSeconds(String part) throws IOException, InterruptedException {
        String status = mieux("status", "--json");
        for (JsonNode one : JSON.readTree(status.substring(status.indexOf('[')))) {
            if (one.path("part").asText().equals(part)) {
                ProcessHandle process =
                        ProcessHandle.of(one.path("pid").asLong()).orElseThrow();
                return Stream.concat(Stream.of(process), process.descendants())
                        .flatMap(each -> each.info().totalCpuDuration().stream())
                        .mapToDouble(time -> time.toNanos() / 1e9)
                        .sum();
            }
        }
        throw new IllegalStateException("There is no part " + part);
    }

    /** Whether every program has its ahead-of-time cache. */
    boolean trained() throws IOException, InterruptedException {
        return !mieux("status").contains("Not yet prepared");
    }

    String gateway() {
        return "http://127.0.0.1:" + port;
    }

    String preImplementation() {
        return "http://127.0.0.1:" + (port + PRE_IMPLEMENTATION);
    }

    String kafka() {
        return "127.0.0.1:" + (port + KAFKA);
    }

    /** A connection as superuser. */
    Connection connect(String database) throws SQLException, IOException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s?currentSchema=%s".formatted(port + POSTGRES, database, SCHEMAS),
                SUPERUSER,
                password());
    }

    /** How PostgreSQL's own programs find the server. */
    Map<String, String> postgres(String database) throws IOException {
        return Map.of(
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                Integer.toString(port + POSTGRES),
                "PGUSER",
                SUPERUSER,
                "PGPASSWORD",
                password(),
                "PGDATABASE",
                database,
                "PGOPTIONS",
                "-c search_path=" + SCHEMAS);
    }

    private String password() throws IOException {
        JsonNode state = JSON.readTree(Files.readString(data.resolve("suite.json")));
        return state.path("passwords").path(SUPERUSER).asText();
    }
}
