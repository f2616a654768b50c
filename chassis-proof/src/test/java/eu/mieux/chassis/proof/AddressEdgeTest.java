package eu.mieux.chassis.proof;

import static eu.mieux.chassis.proof.Edge.SHOES;
import static eu.mieux.chassis.proof.Edge.assertProblem;
import static eu.mieux.chassis.proof.Edge.base64;
import static eu.mieux.chassis.proof.Edge.manager;
import static eu.mieux.chassis.proof.Edge.raw;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with an address and with headers. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class AddressEdgeTest {

    private static final String TRAIL = "/api/v1/services/chassis-proof/audit-trail";
    private static final String SEALS = "/api/v1/services/chassis-proof/audit-seals";
    private static final String LONG = "x".repeat(3_000);
    private static final String ENDLESS = "x".repeat(50_000);

    static List<String> odd() {
        List<String> values = List.of(
                "%00",
                "a%00b",
                "%",
                "%z",
                "%zz",
                "%ff%fe",
                "%ed%a0%80",
                "%c0%80",
                "%2e%2e%2f",
                "%0d%0a",
                "%F0%9F%98%80",
                "'",
                "\"",
                "\\",
                "{x}",
                "%25s",
                "+",
                ";x=1",
                LONG,
                ENDLESS);
        return List.of("/", "?article=", "?limit=", "?cursor=").stream()
                .flatMap(place -> values.stream().map(value -> place + value))
                .toList();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("odd")
    void whatever_stands_in_an_address_it_is_answered_and_never_with_500(String tail) throws Exception {
        for (String address : List.of(SHOES + tail, "/api/v1/code-lists" + tail, "/api/v1/portfolio" + tail)) {
            assertThat(raw("GET", address, ""))
                    .as(address.substring(0, Math.min(60, address.length())))
                    .isBetween(200, 499);
        }
        assertThat(raw("POST", SHOES + tail + "/sale", "")).isBetween(200, 499);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("oddHeaders")
    void whatever_stands_in_a_header_it_is_answered_and_never_with_500(String header) throws Exception {
        assertThat(raw("GET", SHOES, header + "\r\n")).as(header).isBetween(200, 499);
        assertThat(raw("PUT", SHOES + "/" + UUID.randomUUID(), header + "\r\nContent-Length: 2\r\n\r\n{}"))
                .as(header)
                .isBetween(200, 499);
    }

    static List<String> oddHeaders() {
        return List.of(
                "Accept: garbage",
                "Accept: */*;q=x",
                "Accept: ;;;",
                "Accept-Language: \u0001-x;;q=,",
                "Accept-Language: en;q=2",
                "Content-Type: garbage",
                "Content-Type: application/json; charset=none",
                "If-Match: \"",
                "If-Match: W/\"1\", garbage",
                "If-None-Match: x",
                "If-Modified-Since: yesterday",
                "traceparent: x",
                "Content-Length: -1",
                "Transfer-Encoding: odd",
                "X: " + ENDLESS);
    }

    @Test
    void an_if_match_on_a_read_changes_nothing() {
        for (String address : List.of("/api/v1/code-lists", SHOES)) {
            manager().header("If-Match", "W/\"1\"").get(address).then().statusCode(200);
        }
    }

    @Test
    void nul_in_an_address_is_400() {
        assertProblem(manager().urlEncodingEnabled(false).get(SHOES + "/a%00b"), 400, "nul-in-address");
        assertProblem(manager().urlEncodingEnabled(false).get(SHOES + "?article=a%00b"), 400, "nul-in-address");
        assertThat(manager()
                        .urlEncodingEnabled(false)
                        .get(SHOES + "?limit=1&article=a%00b")
                        .<String>path("errors[0].pointer"))
                .isEqualTo("/article");
    }

    @Test
    void what_is_told_back_of_an_address_is_text_whatever_was_sent() {
        for (String tail : List.of("?a%00b=1", "?fields=a%00b")) {
            String told = manager().urlEncodingEnabled(false).get(SHOES + tail).path("detail");
            assertThat(told).contains("a\ufffdb").doesNotContain("\0");
        }
    }

    @Test
    void a_cursor_of_another_order_is_400_with_a_remedy() {
        String cursor = base64("-name\u001f0190a0a0-0000-7000-8000-000000000000\u001fBoot");
        manager().get(SHOES + "?sort=-name&cursor=" + cursor).then().statusCode(200);
        assertProblem(manager().get(SHOES + "?sort=name&cursor=" + cursor), 400, "cursor-of-another-order");
        assertProblem(manager().get(SHOES + "?cursor=" + cursor), 400, "cursor-of-another-order");
    }

    @Test
    void a_parameter_of_the_wrong_form_is_400_and_named() {
        assertParameter(manager().queryParam("limit", "many").get(SHOES), "/limit", "\"many\"");
        assertParameter(manager().queryParam("limit", "1.5").get(SHOES), "/limit", "\"1.5\"");
        assertParameter(manager().queryParam("limit", "99999999999").get(SHOES), "/limit", "\"99999999999\"");
        assertParameter(manager().get(SHOES + "/no-id"), "/id", "\"no-id\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-3-2", "tomorrow", "2026-03-02T09:30:00Z"})
    void a_day_that_cannot_be_read_is_400_and_days_are_said_how_to_write(String day) {
        assertParameter(
                Tokens.as("auditor").queryParam("before", day).get(SEALS),
                "/before",
                "\"%s\" cannot be read. Write a day as YYYY-MM-DD.".formatted(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02", "2026-02-30T09:30:00Z", "yesterday"})
    void a_time_that_cannot_be_read_is_400_and_times_are_said_how_to_write(String time) {
        assertParameter(
                Tokens.as("auditor").queryParam("from", time).get(TRAIL),
                "/from",
                "\"%s\" cannot be read. Give a time as 2026-03-02T09:30:00Z.".formatted(time));
    }

    @Test
    void a_cursor_that_no_list_gave_out_is_400() {
        for (String cursor : List.of("x", "%25%25", base64("a\u001fb"), base64("1"), base64("\0"), LONG)) {
            assertProblem(manager().queryParam("cursor", cursor).get(SHOES), 400, "not-a-cursor");
        }
    }

    @Test
    void a_cursor_of_another_list_is_400_for_code_lists_too() {
        for (String list : List.of("/api/v1/code-lists", "/api/v1/code-lists/countries")) {
            for (String cursor : List.of(base64("id\u001f01"), base64("countries\u001f2"), base64("zz"), "x")) {
                assertProblem(manager().queryParam("cursor", cursor).get(list), 400, "not-a-cursor");
            }
        }
    }

    @Test
    void a_limit_out_of_bounds_is_422() {
        for (String limit : List.of("0", "-1", "201", "2147483647")) {
            assertProblem(manager().queryParam("limit", limit).get(SHOES), 422, "invalid-fields");
        }
    }

    private static void assertParameter(Response answer, String pointer, String value) {
        assertProblem(answer, 400, "malformed-parameter");
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(answer.<String>path("detail")).contains(value);
    }
}
