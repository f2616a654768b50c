package eu.mieux.chassis.proof;

import static eu.mieux.chassis.proof.Edge.SHOES;
import static eu.mieux.chassis.proof.Edge.assertProblem;
import static eu.mieux.chassis.proof.Edge.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are repeated because their answer was not heard. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class IdempotencyTest {

    private static final String SHOE = """
            {"article":"%s","name":"Boot","pairs":3,"colours":["red"]}""";

    @Inject
    AgroalDataSource database;

    @Test
    void a_repeated_call_is_answered_the_same_and_takes_effect_once() {
        String key = newKey();
        String body = SHOE.formatted(key);
        Response first = add(key, body);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        Response second = add(key, body.replace(":3", ": 3 "));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(manager().get(SHOES + "?article=" + key).jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void an_act_without_a_body_is_repeated_safely_too() {
        String sale = add(newKey(), SHOE.formatted(newKey())).path("id") + "/sale";
        String key = newKey();
        assertThat(keyed(key).post(SHOES + "/" + sale).<Integer>path("pairs")).isEqualTo(2);
        assertThat(keyed(key).post(SHOES + "/" + sale).<Integer>path("pairs")).isEqualTo(2);
        assertThat(keyed(newKey()).post(SHOES + "/" + sale).<Integer>path("pairs"))
                .isEqualTo(1);
    }

    @Test
    void a_key_used_for_another_body_or_another_call_is_422() {
        String key = newKey();
        String id = add(key, SHOE.formatted(key)).path("id");
        assertProblem(add(key, SHOE.formatted(key).replace("Boot", "Clog")), 422, "idempotency-key-reused");
        assertProblem(keyed(key).post(SHOES + "/" + id + "/sale"), 422, "idempotency-key-reused");
        assertThat(manager().get(SHOES + "/" + id).<Integer>path("pairs")).isEqualTo(3);
    }

    @Test
    void one_persons_key_is_not_anothers() {
        String key = newKey();
        add(key, SHOE.formatted(newKey()));
        Response hers = Tokens.of("manager")
                .subject("manager-2")
                .request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(SHOE.formatted(newKey()))
                .post(SHOES);
        assertThat(hers.statusCode()).isEqualTo(201);
        assertThat(hers.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void of_a_refused_call_nothing_is_kept_so_it_can_be_mended() {
        String key = newKey();
        String body = SHOE.formatted(newKey());
        assertThat(add(newKey(), body).statusCode()).isEqualTo(201);
        assertProblem(add(key, body), 409, "collision");
        assertThat(add(key, SHOE.formatted(newKey())).statusCode()).isEqualTo(201);
    }

    @Test
    void while_a_call_is_under_way_its_repetition_is_409() throws Exception {
        String key = newKey();
        String body = SHOE.formatted(key);
        RestAssured.put("/failpoints/before-commit");
        try (ExecutorService clients = Executors.newSingleThreadExecutor()) {
            Future<Response> first = clients.submit(() -> add(key, body));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> RestAssured.get("/failpoints/before-commit")
                            .asString()
                            .equals("true"));
            Response repeated = add(key, body);
            assertProblem(repeated, 409, "call-under-way");
            assertThat(repeated.header("Retry-After")).isEqualTo("5");
            RestAssured.delete("/failpoints/before-commit");
            assertThat(first.get().statusCode()).isEqualTo(201);
            assertThat(add(key, body).<String>path("id")).isEqualTo(first.get().path("id"));
        } finally {
            RestAssured.delete("/failpoints/before-commit");
        }
    }

    @Test
    void many_at_the_same_moment_take_effect_once() throws Exception {
        String key = newKey();
        String body = SHOE.formatted(key);
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            Callable<Response> adding = () -> add(key, body);
            for (Future<Response> answer : clients.invokeAll(Collections.nCopies(24, adding))) {
                assertThat(answer.get().statusCode()).isIn(201, 409);
            }
        }
        assertThat(add(key, body).statusCode()).isEqualTo(201);
        assertThat(manager().get(SHOES + "?article=" + key).jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void an_answer_is_kept_for_a_day() throws Exception {
        String key = newKey();
        assertThat(add(key, SHOE.formatted(newKey())).statusCode()).isEqualTo(201);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("""
                            update kept_answer set kept_at = kept_at - interval '24 hours'
                            where key = encode(sha256(convert_to('name ' || '%s', 'UTF8')), 'hex')""".formatted(key))).isEqualTo(1);
        }
        Response later = add(key, SHOE.formatted(newKey()));
        assertThat(later.statusCode()).isEqualTo(201);
        assertThat(later.header("Idempotency-Replayed")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "schl\u00fcssel", "a\tb"})
    void a_key_that_is_none_is_400(String key) {
        assertProblem(add(key, SHOE.formatted(newKey())), 400, "malformed-idempotency-key");
        assertProblem(add("k".repeat(256), SHOE.formatted(newKey())), 400, "malformed-idempotency-key");
    }

    private static Response add(String key, String body) {
        return keyed(key).contentType("application/json").body(body).post(SHOES);
    }

    private static RequestSpecification keyed(String key) {
        return manager().header("Idempotency-Key", key);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
