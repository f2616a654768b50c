package eu.mieux.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.mieux.client.api.PortfolioApi;
import eu.mieux.client.api.PortfolioApi.APIExportFileRequest;
import eu.mieux.client.api.PortfolioApi.APIStartImportRequest;
import eu.mieux.client.api.RequestsApi;
import eu.mieux.client.api.RequestsApi.APIDraftRequestRequest;
import eu.mieux.client.api.RequestsApi.APIGetRequestRequest;
import eu.mieux.client.api.RequestsApi.APIListRequestsRequest;
import eu.mieux.client.model.Request;
import eu.mieux.client.model.RequestDraft;
import eu.mieux.client.model.RequestListed;
import eu.mieux.client.model.RequestListedPage;
import eu.mieux.client.model.RequestStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client adds to the generated code, against a server that answers as told. */
class ClientTest {

    private static final RequestDraft DRAFT =
            new RequestDraft().title("A").addAuthoritiesItem("a").addCountriesItem("CM");
    private static final String REQUEST = """
            {"id": "01a2056e-8bf7-7e1e-a611-3dba83788175", "version": 3, "status": "DREAMT", "title": "A", "reference": null,
             "authorities": [], "countries": [], "themes": [], "languages": [], "conditions": [], "colour": "red"}""";

    private record Asked(String uri, String authorization, String language, String key, String body) {}

    private record Told(int status, String type, List<String> header, String body) {}

    private final List<Asked> asked = new ArrayList<>();
    private final Queue<Told> told = new ArrayDeque<>();
    private HttpServer server;
    private Mieux api;
    private RequestsApi requests;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort() + "/";
        api = Mieux.at(url).withToken(() -> "fresh").inLanguage("fr");
        requests = new RequestsApi(api);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            asked.add(new Asked(
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Authorization"),
                    headers.getFirst("Accept-Language"),
                    headers.getFirst("Idempotency-Key"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Told answer = told.remove();
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (!answer.header().isEmpty()) {
                exchange.getResponseHeaders()
                        .set(answer.header().getFirst(), answer.header().getLast());
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void tell(int status, String body, String... header) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        told.add(new Told(status, type, List.of(header), body));
    }

    private Request drafted(String key) {
        return requests.draftRequest(APIDraftRequestRequest.newBuilder()
                .requestDraft(DRAFT)
                .idempotencyKey(key)
                .build());
    }

    @Test
    void every_call_carries_the_token_of_the_moment_and_the_language() {
        tell(200, "{\"items\": []}");
        requests.listRequests(APIListRequestsRequest.newBuilder()
                .limit(5)
                .status(RequestStatus.DRAFT)
                .build());
        assertThat(asked)
                .containsExactly(new Asked("/api/v1/requests?limit=5&status=DRAFT", "Bearer fresh", "fr", null, ""));
    }

    @Test
    void what_a_later_release_adds_is_passed_over() {
        tell(200, REQUEST, "ETag", "\"3\"");
        ApiResponse<Request> read = requests.getRequestWithHttpInfo(
                APIGetRequestRequest.newBuilder().idOrReference("2017-03").build());
        assertThat(read.getData().getVersion()).isEqualTo(3);
        assertThat(read.getData().getStatus()).isEqualTo(RequestStatus.UNKNOWN_DEFAULT_OPEN_API);
        assertThat(Calls.etag(read)).isEqualTo("\"3\"");
    }

    @Test
    void a_list_is_asked_for_page_by_page_and_no_further_than_it_is_read() {
        String item = REQUEST.replace("\"colour\": \"red\"", "\"title\": \"%s\"");
        tell(
                200,
                "{\"items\": [%s, %s], \"next\": \"more\"}"
                        .formatted(item, item)
                        .formatted("1", "2"));
        tell(
                200,
                "{\"items\": [%s, %s], \"next\": \"even-more\"}"
                        .formatted(item, item)
                        .formatted("3", "4"));
        List<String> titles = Pages.items(
                        cursor -> requests.listRequests(APIListRequestsRequest.newBuilder()
                                .cursor(cursor)
                                .build()),
                        RequestListedPage::getItems,
                        RequestListedPage::getNext)
                .map(RequestListed::getTitle)
                .limit(3)
                .toList();
        assertThat(titles).containsExactly("1", "2", "3");
        assertThat(asked).extracting(Asked::uri).containsExactly("/api/v1/requests", "/api/v1/requests?cursor=more");
    }

    @Test
    void a_post_that_the_service_was_too_busy_for_is_made_again_under_the_same_name() {
        tell(503, "{}", "Retry-After", "0");
        tell(201, REQUEST);
        assertThat(Calls.once(this::drafted).getTitle()).isEqualTo("A");
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst().key()).hasSize(36).isEqualTo(asked.getLast().key());
        assertThat(asked.getLast().body()).contains("\"CM\"").doesNotContain("null");
    }

    @Test
    void a_post_that_had_an_answer_is_not_made_again_though_nobody_can_read_it() {
        tell(201, "<html>");
        assertThatThrownBy(() -> Calls.once(this::drafted)).isInstanceOf(ApiException.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void files_go_out_and_come_in_as_they_are() {
        String csv = "key,name\na,\"É, b\"\n";
        told.add(new Told(200, "text/csv", List.of(), csv));
        tell(202, "{\"rows\": 1}");
        PortfolioApi portfolio = new PortfolioApi(api);
        assertThat(portfolio.exportFile(
                        APIExportFileRequest.newBuilder()._file("authorities").build()))
                .isEqualTo(csv);
        assertThat(portfolio
                        .startImport(APIStartImportRequest.newBuilder()
                                ._file("authorities")
                                .body(csv)
                                .build())
                        .getRows())
                .isEqualTo(1);
        assertThat(asked.getLast().body()).isEqualTo(csv);
    }

    @Test
    void a_long_wait_is_left_to_the_caller() {
        tell(429, "{\"detail\": \"Slower.\"}", "Retry-After", "60");
        assertThatThrownBy(() -> Calls.once(this::drafted))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.retryAfter()).contains(Duration.ofMinutes(1)));
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_refusal_tells_what_is_wrong_with_which_field() {
        tell(422, """
                {"type": "urn:mieux:problem:invalid-fields", "title": "Invalid fields", "status": 422, "detail": "Two things.",
                 "instance": "/api/v1/requests", "errors": [{"pointer": "/countries/0", "detail": "There is no country XX."},
                                                            {"pointer": "/title", "detail": "Give it a title."}]}""");
        assertThatThrownBy(() -> drafted("mine")).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused).hasMessage("Two things.");
            assertThat(refused.kind()).isEqualTo("invalid-fields");
            assertThat(refused.about("/countries")).contains("There is no country XX.");
            assertThat(refused.about("/count")).isEmpty();
        });
    }

    @Test
    void an_answer_of_somebody_who_knows_no_problems_is_an_exception_too() {
        told.add(new Told(502, "text/html", List.of(), "oops"));
        assertThatThrownBy(() -> drafted("mine")).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused).hasMessageContaining("502").hasMessageContaining("oops");
            assertThat(refused.problem()).isEmpty();
            assertThat(refused.kind()).isEmpty();
        });
    }
}
