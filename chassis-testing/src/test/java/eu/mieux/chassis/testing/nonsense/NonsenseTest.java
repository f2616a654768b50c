package eu.mieux.chassis.testing.nonsense;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.ApiDocument;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Servers with one fault each, and one without. */
class NonsenseTest {

    private static final long SEED = 1;
    private static final int CALLS = 400;
    private static final ApiDocument DOCUMENT = new ApiDocument(new JsonMapper().readTree("""
            {"paths": {"/api/v1/things": {"post": {
              "operationId": "makeThing",
              "parameters": [{"name": "colour", "in": "query", "schema": {"type": "string"}}],
              "requestBody": {"content": {"application/json": {"schema": {"type": "object", "required": ["name"],
                "properties": {"name": {"type": "string"}, "pairs": {"type": "integer"}}}}}},
              "responses": {
                "200": {"content": {"application/json": {"schema": {"type": "object", "required": ["name"]}}}},
                "default": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}}}}}}"""));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_server_without_a_fault_is_let_alone() throws InterruptedException {
        assertThat(findings((request, body) -> good(request))).isEmpty();
    }

    @Test
    void a_fault_of_the_server_is_found_and_printed_for_a_shell() throws InterruptedException {
        assertThat(findings((request, body) -> {
                    if (body.contains("null")) {
                        request.response().setStatusCode(500).end();
                    } else {
                        good(request);
                    }
                }))
                .first()
                .asString()
                .contains("POST /api/v1/things is answered 500", "curl -i", "/api/v1/things", "null");
    }

    @Test
    void an_answer_that_breaks_its_schema_is_found() throws InterruptedException {
        assertThat(findings((request, body) -> {
                    if (String.valueOf(request.query()).contains("colour=%")) {
                        request.response()
                                .putHeader("Content-Type", "application/json")
                                .end("{}");
                    } else {
                        good(request);
                    }
                }))
                .singleElement()
                .asString()
                .contains("is answered 200, which breaks its schema", "name");
    }

    @Test
    void a_refusal_that_is_no_problem_is_found() throws InterruptedException {
        assertThat(findings(
                        (request, body) -> request.response().setStatusCode(404).end("Not found")))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).contains("is answered 404 without a problem"));
    }

    @Test
    void a_connection_that_is_dropped_is_found() throws InterruptedException {
        assertThat(findings((request, body) -> {
                    if (!body.startsWith("{")) {
                        request.connection().close();
                    } else {
                        good(request);
                    }
                }))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).contains("no answer"));
    }

    private static void good(HttpServerRequest request) {
        request.response().putHeader("Content-Type", "application/json").end("{\"name\":\"a\"}");
    }

    private Collection<String> findings(BiConsumer<HttpServerRequest, String> server) throws InterruptedException {
        HttpServer running = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> server.accept(request, body.toString())))
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        try (Wire wire = new Wire(running.actualPort(), Map.of())) {
            return Nonsense.findings(SEED, calls -> calls < CALLS, wire, DOCUMENT);
        }
    }
}
