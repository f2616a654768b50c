package eu.mieux.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds every answer that any test of a service gets against the service's committed contract, and keeps the best of them as the
 * contract's examples when the tests run with {@code -Dmieux.contract=update}.
 */
public final class Exchanges implements Filter, QuarkusTestBeforeClassCallback {

    private static final Path CONTRACT = Path.of("contract");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Logger LOG = Logger.getLogger(Exchanges.class);
    private static @Nullable ApiDocument document;

    /** Made by the test framework, for every test class. */
    public Exchanges() {}

    @Override
    public void beforeClass(Class<?> test) {
        if (Files.exists(CONTRACT.resolve("openapi.yaml"))
                && RestAssured.filters().stream().noneMatch(Exchanges.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        Response answer = context.next(request, response);
        URI uri = URI.create(request.getURI());
        String path = uri.getPath();
        if (path != null) {
            contract()
                    .operation(request.getMethod(), path)
                    .ifPresent(operation -> check(operation, request, uri, answer));
        }
        return answer;
    }

    private static synchronized ApiDocument contract() {
        if (document == null) {
            document = Contracts.updating()
                    ? new ApiDocument(JSON.readTree(RestAssured.given()
                            .noFilters()
                            .get("/q/openapi?format=json")
                            .asString()))
                    : ApiDocument.read(CONTRACT.resolve("openapi.yaml"));
        }
        return document;
    }

    private static void check(Operation operation, FilterableRequestSpecification request, URI uri, Response response) {
        boolean selected = uri.getQuery() != null && uri.getQuery().contains("fields=");
        if (selected && response.statusCode() == 200) {
            return;
        }
        Set<String> headers = response.headers().asList().stream()
                .map(Header::getName)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        Operation.Answer answer = new Operation.Answer(
                response.statusCode(),
                headers,
                response.contentType(),
                json(response.contentType(), response.asString()));
        List<String> objections = operation.objections(answer);
        String breach = "%s %s is answered %d, which breaks the contract of %s: %s%n%s"
                .formatted(
                        request.getMethod(),
                        uri,
                        response.statusCode(),
                        operation.id(),
                        objections,
                        response.asString());
        if (!Contracts.updating()) {
            assertThat(objections).as(breach).isEmpty();
        } else if (objections.isEmpty()) {
            new Examples(CONTRACT.resolve("examples")).offer(operation, request, uri, answer, response.asString());
        } else {
            LOG.warn(breach);
        }
    }

    static @Nullable JsonNode json(@Nullable String mediaType, @Nullable String body) {
        if (mediaType == null || !mediaType.contains("json") || body == null || body.isEmpty()) {
            return null;
        }
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }
}
