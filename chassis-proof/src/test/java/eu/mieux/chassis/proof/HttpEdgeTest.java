package eu.mieux.chassis.proof;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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

    private static final String SHOES = "/api/v1/shoes";
    private static final String GOOD = """
            {"article":"%s","name":"Boot","pairs":3,"colours":["red"]}""";

    @Test
    void without_a_token_the_answer_is_401() {
        Response answer = RestAssured.get(SHOES);
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void an_expired_forged_unsigned_garbled_or_foreign_token_is_no_token() throws Exception {
        KeyPair stranger = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String forged = Jwt.claims(Map.of("roles", List.of("manager")))
                .audience("mieux")
                .subject("m")
                .jws()
                .keyId("test")
                .sign(stranger.getPrivate());
        String payload = Tokens.of("manager").token().split("\\.", -1)[1];
        String unsigned = base64("{\"alg\":\"none\"}") + "." + payload + ".";
        for (String token : List.of(
                Tokens.of("manager").expired().token(),
                Tokens.of("manager").audience("elsewhere").token(),
                forged,
                unsigned,
                "x.y.z",
                "garbage",
                Tokens.of("manager").token() + "x")) {
            assertProblem(
                    RestAssured.given()
                            .header("Authorization", "Bearer " + token)
                            .get(SHOES),
                    401,
                    "unauthorized");
        }
    }

    @Test
    void the_wrong_role_is_403() {
        assertProblem(Tokens.as("partner").get(SHOES), 403, "forbidden");
    }

    @Test
    void an_unknown_path_is_404() {
        assertProblem(manager().get("/api/v1/socks"), 404, "not-found");
        assertProblem(RestAssured.get("/nowhere"), 404, "not-found");
    }

    @Test
    void an_unknown_record_is_404_and_a_malformed_id_400() {
        assertProblem(manager().get(SHOES + "/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(manager().get(SHOES + "/no-id"), 400, "malformed-parameter");
        assertProblem(manager().get(SHOES + "?limit=many"), 400, "malformed-parameter");
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
    void a_media_type_that_is_not_taken_is_415() {
        assertProblem(manager().contentType("text/plain").body("boot").post(SHOES), 415, "unsupported-media-type");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "\"boot\"",
                "{\"article\":1e400,\"pairs\":[]}",
                "{\"pairs\":1e400}",
                "{\"pairs\":99999999999}",
                "{\"pairs\":\"many\"}",
                "{\"article\":{}}",
                "{\"article\":\"a\\u0000b\"}",
                "{\"article\":\"a\",\"size\":3}",
                "{\"colours\":[\"re\\u0000d\"]}",
                "{\"article\":\"a\",\"article\""
            })
    void a_body_that_cannot_be_read_is_400(String body) {
        Response answer = json(body).post(SHOES);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertProblem(answer, 400, "malformed-body");
    }

    @Test
    void deeply_nested_json_is_400() {
        assertProblem(json("[".repeat(5000)).post(SHOES), 400, "malformed-body");
        assertProblem(json("{\"colours\":" + "[".repeat(5000)).post(SHOES), 400, "malformed-body");
    }

    @Test
    void an_unknown_field_is_named_with_those_that_are_known() {
        Response answer = json("{\"article\":\"a\",\"size\":3}").post(SHOES);
        assertThat(answer.path("errors[0].pointer").toString()).isEqualTo("/size");
        assertThat(answer.path("errors[0].detail").toString())
                .contains("\"size\"")
                .contains("article");
    }

    @Test
    void fields_that_break_a_rule_are_named_by_pointer_all_at_once() {
        Response answer = json("""
                {"article":"","name":"Boot","pairs":-1,"colours":["red"," "]}""").post(SHOES);
        assertProblem(answer, 422, "invalid-fields");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/article", "/colours/1", "/pairs");
    }

    @Test
    void a_name_that_no_unicode_text_contains_does_no_harm() {
        Response answer = json("""
                {"article":"%s","name":"\\ud800","pairs":1,"colours":[]}""".formatted(UUID.randomUUID())).post(SHOES);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%00b", "?cursor=%00", "/%zz", "?cursor=%", "?x=%ff%fe", "/%2e%2e%2f", "?limit=1%00"})
    void an_address_that_no_record_has_is_refused(String tail) throws Exception {
        int status = raw("GET", SHOES + tail);
        assertThat(status).as(tail).isBetween(200, 404).isNotIn(500, 502);
    }

    @Test
    void nul_in_an_address_is_400() {
        assertProblem(manager().urlEncodingEnabled(false).get(SHOES + "/a%00b"), 400, "nul-in-address");
    }

    @Test
    void a_cursor_that_no_list_gave_out_is_400() {
        for (String cursor : List.of("x", "%25%25", base64("a\u001fb"), base64("1"), base64("\0"), "a".repeat(3000))) {
            assertProblem(manager().queryParam("cursor", cursor).get(SHOES), 400, "not-a-cursor");
        }
    }

    @Test
    void a_limit_out_of_bounds_is_422() {
        for (String limit : List.of("0", "-1", "201", "2147483647")) {
            assertProblem(manager().queryParam("limit", limit).get(SHOES), 422, "invalid-fields");
        }
    }

    @Test
    void pages_follow_each_other_by_link_whatever_else_was_asked() {
        for (int i = 0; i < 3; i++) {
            created();
        }
        Response first = manager().urlEncodingEnabled(false).get(SHOES + "?limit=1&size=%7B9%7D&cursor=");
        assertThat(first.statusCode()).isEqualTo(200);
        String link = first.header("Link");
        assertThat(link).matches("</api/v1/shoes\\?limit=1&size=%7B9%7D&cursor=[\\w-]+>; rel=\"next\"");
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
                + json(GOOD.formatted(UUID.randomUUID()).replace("3", "50"))
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

    private static RequestSpecification manager() {
        return Tokens.as("manager");
    }

    private static RequestSpecification json(String body) {
        return manager().contentType("application/json").body(body);
    }

    private static void assertProblem(Response answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:mieux:problem:" + type);
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("detail")).isNotBlank();
        assertThat(answer.<String>path("instance")).startsWith("/");
    }

    private static HttpResponse<String> send(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + SHOES))
                .header("Authorization", "Bearer " + Tokens.of("manager").token())
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:mieux:problem:body-too-large");
    }

    /** Addresses that no HTTP client would send. */
    private static int raw(String method, String path) throws IOException {
        try (java.net.Socket socket = new java.net.Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write("%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                            .formatted(method, path, Tokens.of("manager").token())
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
