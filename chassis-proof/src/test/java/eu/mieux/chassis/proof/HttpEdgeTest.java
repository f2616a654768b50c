package eu.mieux.chassis.proof;

import static eu.mieux.chassis.proof.Edge.SHOES;
import static eu.mieux.chassis.proof.Edge.assertProblem;
import static eu.mieux.chassis.proof.Edge.json;
import static eu.mieux.chassis.proof.Edge.manager;
import static eu.mieux.chassis.proof.Edge.send;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client can do wrong, and what it is told. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class HttpEdgeTest {

    private static final String GOOD = """
            {"article":"%s","name":"Boot","pairs":3,"colours":["red"]}""";

    @Test
    void an_unknown_path_is_404() {
        assertProblem(manager().get("/api/v1/socks"), 404, "not-found");
        assertProblem(RestAssured.get("/nowhere"), 404, "not-found");
    }

    @Test
    void an_unknown_record_is_404() {
        assertProblem(manager().get(SHOES + "/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void a_method_that_is_not_offered_is_405() {
        assertProblem(manager().delete(SHOES), 405, "method-not-allowed");
    }

    @Test
    void a_format_that_is_not_offered_is_406() {
        for (String accepted : List.of("image/png", "text/html", "text/csv;q=0.5, application/xml")) {
            assertProblem(manager().accept(accepted).get(SHOES), 406, "not-acceptable");
        }
    }

    @Test
    void whoever_takes_anything_gets_json() {
        created();
        for (String accepted : List.of(
                "*/*", "application/*", "text/html,application/xml;q=0.9,*/*;q=0.8", "text/plain, application/json")) {
            Response answer = manager().accept(accepted).get(SHOES + "?limit=1");
            assertThat(answer.statusCode()).as(accepted).isEqualTo(200);
            assertThat(answer.contentType()).as(accepted).startsWith("application/json");
            assertThat(answer.jsonPath().getList("items")).as(accepted).hasSize(1);
        }
    }

    @Test
    void a_parameter_that_is_not_there_is_400_and_says_which_are() {
        assertProblem(manager().get(SHOES + "?artikel=a-1&limit=1"), 400, "unknown-parameter");
        assertThat(manager().get(SHOES + "?artikel=a-1").<String>path("errors[0].pointer"))
                .isEqualTo("/artikel");
        assertThat(manager().get(SHOES + "?artikel=a-1").<String>path("detail"))
                .isEqualTo(
                        "artikel: This operation has no such parameter; it has article, cursor, fields, limit, sort.");
        assertProblem(manager().get(SHOES + "?limit=1&limit=2"), 400, "unknown-parameter");
        assertProblem(manager().get(SHOES + "/" + UUID.randomUUID() + "?colour=red"), 400, "unknown-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "sort", "fields", "article"})
    void an_empty_parameter_is_400_and_named(String parameter) {
        for (String empty : List.of(parameter + "=", parameter)) {
            Response answer = manager().urlEncodingEnabled(false).get(SHOES + "?" + empty);
            assertProblem(answer, 400, "unknown-parameter");
            assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/" + parameter);
            assertThat(answer.<String>path("detail")).isEqualTo(parameter + ": Give it a value, or leave it out.");
        }
    }

    @Test
    void with_an_empty_cursor_a_list_is_read_from_its_start() {
        String first = manager().get(SHOES + "?limit=1").path("items[0].id");
        assertThat(manager().get(SHOES + "?limit=1&cursor=").<String>path("items[0].id"))
                .isEqualTo(first);
    }

    @Test
    void an_empty_form_is_no_body_and_any_other_is_415() {
        Response shoe = created();
        String sale = SHOES + "/" + shoe.path("id") + "/sale";
        assertThat(manager()
                        .contentType("application/x-www-form-urlencoded")
                        .post(sale)
                        .statusCode())
                .isEqualTo(200);
        assertThat(manager()
                        .contentType("application/x-www-form-urlencoded")
                        .post(SHOES)
                        .statusCode())
                .isEqualTo(422);
        assertProblem(
                manager()
                        .contentType("application/x-www-form-urlencoded")
                        .body("a=1")
                        .post(SHOES),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_media_type_that_is_not_taken_is_415() {
        assertProblem(manager().contentType("text/plain").body("boot").post(SHOES), 415, "unsupported-media-type");
    }

    @Test
    void a_body_that_is_packed_or_written_in_other_than_utf_8_is_415_and_not_taken_for_plain() {
        String body = GOOD.formatted(UUID.randomUUID());
        for (String coding : List.of("gzip", "br", "identity, gzip")) {
            assertProblem(json(body).header("Content-Encoding", coding).post(SHOES), 415, "packed-body");
        }
        for (String charset : List.of("utf-16", "ISO-8859-1", "nonsense")) {
            assertProblem(
                    plain(body)
                            .contentType("application/json;charset=" + charset)
                            .post(SHOES),
                    415,
                    "foreign-charset");
        }
        assertThat(plain(body)
                        .contentType("application/json; charset=\"UTF-8\"")
                        .header("Content-Encoding", "identity")
                        .post(SHOES)
                        .statusCode())
                .isEqualTo(201);
    }

    private static RequestSpecification plain(String body) {
        return manager()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .body(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_body_that_is_too_large_is_413_be_its_length_told_or_not() throws Exception {
        byte[] large = ("{\"article\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertTooLarge(send(HttpRequest.BodyPublishers.ofByteArray(large)));
        assertTooLarge(send(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    }

    @Test
    void the_path_of_an_import_elsewhere_is_no_way_round_the_limit() {
        Response answer = json("x".repeat(1_100_000)).put(SHOES + "/imports");
        assertThat(answer.statusCode()).isBetween(400, 413);
    }

    @Test
    void pages_follow_each_other_by_link_whatever_else_was_asked() {
        for (int i = 0; i < 3; i++) {
            created();
        }
        Response first = manager().urlEncodingEnabled(false).get(SHOES + "?limit=1");
        assertThat(first.statusCode()).isEqualTo(200);
        String link = first.header("Link");
        assertThat(link).matches("</api/v1/shoes\\?limit=1&cursor=[\\w-]+>; rel=\"next\"");
        Response second = manager().urlEncodingEnabled(false).get(link.substring(1, link.indexOf('>')));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.<String>path("items[0].id")).isGreaterThan(first.path("items[0].id"));
    }

    @Test
    void a_change_needs_the_version_it_changes() {
        Response shoe = created();
        String path = SHOES + "/" + shoe.path("id");
        assertThat(shoe.header("ETag")).isEqualTo("\"1\"");
        String body = GOOD.formatted("any").replace("3", "7");
        assertProblem(json(body).put(path), 428, "if-match-required");
        assertProblem(json(body).header("If-Match", "\"9\"").put(path), 412, "stale-version");
        Response changed = json(body).header("If-Match", "\"1\"").put(path);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(manager().get(path).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void the_same_thing_twice_is_a_collision() {
        String body = GOOD.formatted(UUID.randomUUID());
        assertThat(json(body).post(SHOES).statusCode()).isEqualTo(201);
        assertProblem(json(body).post(SHOES), 409, "collision");
    }

    @Test
    void an_illegal_step_is_409_with_its_reason() {
        String path = SHOES + "/" + created().path("id") + "/sale";
        for (int i = 0; i < 3; i++) {
            assertThat(manager().post(path).statusCode()).isEqualTo(200);
        }
        assertProblem(manager().post(path), 409, "sold-out");
    }

    @Test
    void changes_at_the_same_moment_follow_each_other() throws Exception {
        String path = SHOES + "/"
                + json(GOOD.replace("3", "50").formatted(UUID.randomUUID()))
                        .post(SHOES)
                        .path("id");
        String token = Tokens.of("manager").token();
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            Callable<Integer> sale = () -> RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .post(path + "/sale")
                    .statusCode();
            for (Future<Integer> answer : clients.invokeAll(java.util.Collections.nCopies(40, sale))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(manager().get(path).<Integer>path("pairs")).isEqualTo(10);
    }

    private static Response created() {
        Response answer = json(GOOD.formatted(UUID.randomUUID())).post(SHOES);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith(SHOES + "/" + answer.path("id"));
        return answer;
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:mieux:problem:body-too-large");
    }
}
