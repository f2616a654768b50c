package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A file in, a file out, and what is wrong with it said by line and column. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class ImportTest {

    private static final String SHOES = "/api/v1/portfolio/shoes";
    private static final String HEADER = "article,name,pairs\n";

    private final Books books =
            new Books(ConfigProvider.getConfig().getValue("MIEUX_DATABASE_URL", String.class), "service", "service");
    private final String prefix = UUID.randomUUID().toString();

    @Test
    void a_file_is_kept_the_same_file_again_changes_nothing_and_an_edited_one_just_what_was_edited() {
        String file = HEADER + row(1, "Boot", 3) + row(2, "\"Clog, \"\"wooden\"\"\"", 0) + row(3, "Sandale été", 7);
        JsonPath first = imported("", file);
        assertCounts(first, "SUCCEEDED", 3, 3, 0, 0, 0);
        assertThat(first.getLong("bytesRead")).isEqualTo(first.getLong("bytesTotal"));
        assertCounts(imported("", file), "SUCCEEDED", 3, 0, 0, 3, 0);
        assertCounts(imported("", file.replace("Boot", "Bootee")), "SUCCEEDED", 3, 0, 1, 2, 0);
        String exported = Tokens.as("auditor").get(SHOES).asString();
        assertThat(exported.lines().filter(line -> line.startsWith(prefix)))
                .containsExactlyElementsOf(
                        file.replace("Boot", "Bootee").lines().skip(1).toList());
        books.assertSettled();
    }

    @Test
    void events_of_an_import_name_who_imported() {
        imported("", HEADER + row(1, "Boot", 3));
        assertThat(books.rows(
                        "select l.actor from event_log l join shoe s on s.id = l.aggregate_id where s.article like ?",
                        prefix + "%"))
                .containsExactly("manager-1");
    }

    @Test
    void faults_are_reported_by_line_and_column_and_nothing_is_kept() {
        String file = HEADER + row(1, "Boot", 3) + row(2, "", 3) + prefix + "-3,Boot,many\n" + row(1, "Again", 1)
                + "too,few\n";
        JsonPath operation = imported("", file);
        assertCounts(operation, "FAILED", 5, 1, 0, 0, 4);
        assertThat(books.number("select count(*) from shoe where article like ?", prefix + "%"))
                .isZero();
        List<String> errors = errors(operation);
        assertThat(errors)
                .containsExactlyInAnyOrder(
                        "3 name missing-value",
                        "4 pairs malformed-value",
                        "5 null duplicate-key",
                        "6 null malformed-csv");
    }

    @Test
    void good_rows_are_kept_when_so_told() {
        String file = HEADER + row(1, "Boot", 3) + row(2, "", 3);
        assertCounts(imported("?mode=keep-good", file), "SUCCEEDED", 2, 1, 0, 0, 1);
        assertThat(books.number("select count(*) from shoe where article like ?", prefix + "%"))
                .isOne();
    }

    @Test
    void a_dry_run_tells_what_would_be_and_changes_nothing() {
        long events = books.number("select count(*) from event_log");
        assertCounts(imported("?dryRun=true", HEADER + row(1, "Boot", 3)), "SUCCEEDED", 1, 1, 0, 0, 0);
        assertThat(books.number("select count(*) from event_log")).isEqualTo(events);
        assertThat(books.number("select count(*) from shoe where article like ?", prefix + "%"))
                .isZero();
    }

    @Test
    void whoever_means_a_dry_run_but_says_otherwise_is_asked_again() {
        for (String said : List.of("yes", "1", "TRUE")) {
            assertThat(csv(HEADER)
                            .queryParam("dryRun", said)
                            .post(SHOES + "/imports")
                            .statusCode())
                    .as(said)
                    .isEqualTo(422);
        }
        assertThat(csv(HEADER)
                        .queryParam("mode", "some")
                        .post(SHOES + "/imports")
                        .statusCode())
                .isEqualTo(422);
        for (String empty : List.of("dryRun", "mode")) {
            assertThat(csv(HEADER)
                            .queryParam(empty, "")
                            .post(SHOES + "/imports")
                            .<String>path("errors[0].pointer"))
                    .isEqualTo("/" + empty);
        }
    }

    @Test
    void another_file_another_type_and_another_role_are_refused() {
        assertThat(csv(HEADER).post("/api/v1/portfolio/socks/imports").statusCode())
                .isEqualTo(404);
        assertThat(Tokens.as("manager")
                        .contentType("application/json")
                        .body("{}")
                        .post(SHOES + "/imports")
                        .statusCode())
                .isEqualTo(415);
        assertThat(Tokens.as("officer")
                        .contentType("text/csv")
                        .body(HEADER)
                        .post(SHOES + "/imports")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Tokens.as("manager")
                        .get(SHOES + "/imports/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        assertThat(Tokens.as("manager").get(SHOES + "/imports/x").statusCode()).isEqualTo(400);
    }

    @Test
    void a_file_that_cannot_be_read_at_all_has_failed_in_either_mode() {
        for (String mode : List.of("?mode=all-or-nothing", "?mode=keep-good")) {
            JsonPath operation = imported(mode, "nothing,of,the,kind\n1,2,3,4\n");
            assertThat(operation.getString("status")).isEqualTo("FAILED");
            assertThat(errors(operation)).containsExactly("1 null wrong-header");
        }
    }

    @Test
    void of_a_file_that_cannot_be_read_to_its_end_nothing_is_kept_in_either_mode() {
        String good = IntStream.range(0, 2000).mapToObj(i -> row(i, "Boot", i)).collect(Collectors.joining());
        for (String mode : List.of("?mode=all-or-nothing", "?mode=keep-good")) {
            JsonPath operation = imported(mode, HEADER + good + row(2000, "\"Bo\"ot", 1));
            assertThat(operation.getString("status")).isEqualTo("FAILED");
            assertThat(operation.getString("detail")).startsWith("Nothing was changed");
            assertThat(books.number("select count(*) from shoe where article like ?", prefix + "%"))
                    .isZero();
        }
    }

    @Test
    void a_parameter_that_is_not_there_imports_nothing() {
        assertThat(csv(HEADER + row(1, "Boot", 3))
                        .post(SHOES + "/imports?dry-run=true")
                        .statusCode())
                .isEqualTo(400);
        assertThat(csv(HEADER + row(1, "Boot", 3))
                        .post(SHOES + "/imports?mode=keep-good&mode=all-or-nothing")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_cell_of_ten_megabytes_and_a_key_as_long_as_a_cell_may_be_are_faults_like_others() {
        String longest = new java.util.Random(1)
                .ints(19_999, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String file = HEADER + row(1, "x".repeat(10_000_000), 1) + longest + ",Boot,many\n";
        JsonPath operation = imported("", file);
        assertThat(errors(operation)).containsExactly("2 name too-large", "3 pairs malformed-value");
    }

    @Test
    void many_faults_are_paged_through_in_their_order() {
        String file =
                HEADER + IntStream.range(0, 1200).mapToObj(i -> row(i, "", i)).collect(Collectors.joining());
        JsonPath operation = imported("", file);
        assertCounts(operation, "FAILED", 1200, 0, 0, 0, 1200);
        List<Integer> lines = new ArrayList<>();
        String first = SHOES + "/imports/" + operation.getString("id") + "/errors?limit=200";
        String next = first;
        while (next != null) {
            JsonPath page = Tokens.as("manager").get(next).jsonPath();
            lines.addAll(page.getList("items.line", Integer.class));
            next = page.getString("next") == null ? null : first + "&cursor=" + page.getString("next");
        }
        assertThat(lines).isEqualTo(IntStream.rangeClosed(2, 1201).boxed().toList());
    }

    @Test
    void many_imports_at_once_wait_for_each_other() {
        List<String> operations = IntStream.range(0, 20)
                .mapToObj(i -> started("", HEADER + row(i, "Boot", i)))
                .toList();
        operations.forEach(
                operation -> assertThat(over(operation).getString("status")).isEqualTo("SUCCEEDED"));
        assertThat(books.number("select count(*) from shoe where article like ?", prefix + "%"))
                .isEqualTo(20);
    }

    private String row(int number, String name, int pairs) {
        return "%s-%d,%s,%d\n".formatted(prefix, number, name, pairs);
    }

    private static void assertCounts(
            JsonPath operation, String status, int rows, int created, int updated, int unchanged, int rejected) {
        assertThat(List.of(
                        operation.getString("status"),
                        operation.getInt("rows"),
                        operation.getInt("created"),
                        operation.getInt("updated"),
                        operation.getInt("unchanged"),
                        operation.getInt("rejected")))
                .as("status, rows, created, updated, unchanged, rejected")
                .containsExactly(status, rows, created, updated, unchanged, rejected);
    }

    private static List<String> errors(JsonPath operation) {
        return Tokens.as("manager")
                .queryParam("limit", 200)
                .get(SHOES + "/imports/" + operation.getString("id") + "/errors")
                .jsonPath()
                .getList("items.collect { it.line + ' ' + it.column + ' ' + it.code }", String.class);
    }

    private static JsonPath imported(String query, String file) {
        return over(started(query, file));
    }

    private static String started(String query, String file) {
        Response answer = csv(file).post(SHOES + "/imports" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        assertThat(answer.header("Location")).endsWith(answer.path("id"));
        return answer.path("id");
    }

    private static JsonPath over(String id) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !operation(id).getString("status").equals("RUNNING"));
        return operation(id);
    }

    private static JsonPath operation(String id) {
        return Tokens.as("manager").get(SHOES + "/imports/" + id).jsonPath();
    }

    private static io.restassured.specification.RequestSpecification csv(String file) {
        return Tokens.as("manager").contentType("text/csv").body(file.getBytes(StandardCharsets.UTF_8));
    }
}
