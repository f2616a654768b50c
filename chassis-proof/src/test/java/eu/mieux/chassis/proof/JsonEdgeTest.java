package eu.mieux.chassis.proof;

import static eu.mieux.chassis.proof.Edge.SHOES;
import static eu.mieux.chassis.proof.Edge.assertProblem;
import static eu.mieux.chassis.proof.Edge.json;
import static eu.mieux.chassis.proof.Edge.manager;
import static eu.mieux.chassis.proof.Edge.send;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mieux.chassis.testing.RealSuite;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be wrong with a body, and what its sender is told: the field, what stands there, what would be right. */
@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class JsonEdgeTest {

    private static final String A_NUMBER = "whole number";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"boot\"",
                "7",
                "boot",
                "{\"article\":\"a\",\"article\"",
                "{\"article\":\"a\",}",
                "{'article':'a'}",
                "{\"pairs\":007}",
                "{\"pairs\":NaN}",
                "{\"article\":\"\u0001\"}",
                "{\"article\":\"a\"} {\"article\":\"b\"}",
                "{\"article\":\"a\"}]"
            })
    void a_body_that_is_not_one_json_object_is_400(String body) {
        assertProblem(json(body).post(SHOES), 400, "malformed-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "  "})
    void a_body_that_is_missing_is_422(String body) {
        Response answer = json(body).post(SHOES);
        assertProblem(answer, 422, "invalid-fields");
        assertThat(answer.<String>path("detail")).isEqualTo("The body is missing, or null.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/pairs           | {`pairs`:1.5}",
                "/pairs           | {`pairs`:1.0}",
                "/pairs           | {`pairs`:`3`}",
                "/pairs           | {`pairs`:``}",
                "/pairs           | {`pairs`:` `}",
                "/pairs           | {`pairs`:true}",
                "/pairs           | {`pairs`:[]}",
                "/pairs           | {`pairs`:[3]}",
                "/pairs           | {`pairs`:{}}",
                "/pairs           | {`pairs`:1e400}",
                "/pairs           | {`pairs`:99999999999}",
                "/pairs           | {`pairs`:-2147483649}",
                "/make/eyelets    | {`make`:{`eyelets`:null}}",
                "/make/eyelets    | {`make`:{}}",
                "/make/stitches   | {`make`:{`stitches`:2.5}}",
                "/make/stitches   | {`make`:{`stitches`:`2`}}",
                "/make/stitches   | {`make`:{`stitches`:9223372036854775808}}"
            })
    void what_is_no_whole_number_is_400_and_named(String pointer, String body) {
        assertMalformed(body.replace('`', '"'), pointer, A_NUMBER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/article         | {`article`:1}                  | text in double quotes",
                "/article         | {`article`:1e400}              | text in double quotes",
                "/article         | {`article`:true}               | text in double quotes",
                "/article         | {`article`:[]}                 | text in double quotes",
                "/article         | {`article`:[`a`]}              | text in double quotes",
                "/article         | {`article`:{}}                 | text in double quotes",
                "/colours         | {`colours`:`red`}              | a list",
                "/colours         | {`colours`:``}                 | a list",
                "/colours         | {`colours`:{}}                 | a list",
                "/colours/1       | {`colours`:[`red`,7]}          | text in double quotes",
                "/colours/0       | {`colours`:[[]]}               | text in double quotes",
                "/make            | {`make`:[]}                    | an object",
                "/make            | {`make`:``}                    | an object",
                "/make            | {`make`:`x`}                   | an object",
                "/make/day        | {`make`:{`day`:``}}            | YYYY-MM-DD",
                "/make/day        | {`make`:{`day`:` `}}           | YYYY-MM-DD",
                "/make/day        | {`make`:{`day`:[]}}            | YYYY-MM-DD",
                "/make/day        | {`make`:{`day`:[2024,1,2]}}    | YYYY-MM-DD",
                "/make/day        | {`make`:{`day`:20240102}}      | YYYY-MM-DD",
                "/make/day        | {`make`:{`day`:`2024-02-30`}}  | YYYY-MM-DD",
                "/make/day        | {`make`:{`day`:`2024-1-2`}}    | YYYY-MM-DD",
                "/make/day        | {`make`:{`day`:`+12024-01-02`}} | YYYY-MM-DD",
                "/make/day        | {`make`:{`day`:`2024-01-02T00:00:00Z`}} | YYYY-MM-DD",
                "/make/boxedAt    | {`make`:{`boxedAt`:1700000000}} | a time in UTC",
                "/make/boxedAt    | {`make`:{`boxedAt`:`1700000000`}} | a time in UTC",
                "/make/boxedAt    | {`make`:{`boxedAt`:``}}        | a time in UTC",
                "/make/boxedAt    | {`make`:{`boxedAt`:`2024-01-02`}} | a time in UTC",
                "/make/sole       | {`make`:{`sole`:0}}            | one of `LEATHER`, `RUBBER`",
                "/make/sole       | {`make`:{`sole`:`0`}}          | one of `LEATHER`, `RUBBER`",
                "/make/sole       | {`make`:{`sole`:``}}           | one of `LEATHER`, `RUBBER`",
                "/make/sole       | {`make`:{`sole`:`rubber`}}     | one of `LEATHER`, `RUBBER`",
                "/make/sole       | {`make`:{`sole`:[]}}           | one of `LEATHER`, `RUBBER`",
                "/make/waterproof | {`make`:{`waterproof`:`true`}} | true or false",
                "/make/waterproof | {`make`:{`waterproof`:1}}      | true or false",
                "/make/waterproof | {`make`:{`waterproof`:``}}     | true or false",
                "/make/waterproof | {`make`:{`waterproof`:[]}}     | true or false",
                "/make/price      | {`make`:{`price`:`a lot`}}     | a decimal number",
                "/make/price      | {`make`:{`price`:``}}          | a decimal number",
                "/make/price      | {`make`:{`price`:true}}        | a decimal number",
                "/make/price      | {`make`:{`price`:[]}}          | a decimal number",
                "/make/last       | {`make`:{`last`:`no id`}}      | an id (UUID)",
                "/make/last       | {`make`:{`last`:``}}           | an id (UUID)",
                "/make/last       | {`make`:{`last`:7}}            | an id (UUID)",
                "/make/last       | {`make`:{`last`:[]}}           | an id (UUID)"
            })
    void a_value_of_the_wrong_type_is_400_and_named(String pointer, String body, String right) {
        assertMalformed(body.replace('`', '"'), pointer, right.replace('`', '"'));
    }

    @Test
    void values_of_the_right_type_are_taken() {
        Response answer = json("""
                {"article":"%s","name":"Caf\\u00e9 \\ud83d\\ude00","pairs":3,"colours":[],"make":{"day":"2024-02-29","boxedAt":
                "2024-05-31T12:00:00Z","sole":"RUBBER","waterproof":true,"price":"12.50","stitches":3000000000,"last":
                "019a8a52-7d1c-7c3e-9d5b-0f5e2f6f7a11","eyelets":12}}""".formatted(UUID.randomUUID())).post(SHOES);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        assertThat(manager().get(SHOES + "/" + answer.path("id")).<String>path("name"))
                .isEqualTo("Café 😀");
    }

    @Test
    void a_field_that_stands_twice_is_400_and_named() {
        assertMalformed("{\"article\":\"a\",\"pairs\":1,\"article\":\"b\"}", "/article", "article");
    }

    @Test
    void an_unknown_field_is_named_with_those_that_are_known() {
        assertMalformed("{\"article\":\"a\",\"size\":3}", "/size", "known are article, colours, make, name, pairs");
        assertMalformed("{\"make\":{\"eyelets\":1,\"a/b\":3}}", "/make/a~1b", "known are boxedAt");
    }

    @Test
    void text_that_no_database_can_keep_is_400_and_named() {
        assertMalformed("{\"article\":\"a\\u0000b\"}", "/article", "NUL");
        assertMalformed("{\"colours\":[\"re\\u0000d\"]}", "/colours/0", "NUL");
        assertMalformed("{\"name\":\"\\ud800\"}", "/name", "half a character");
        assertMalformed("{\"name\":\"\\udc00\\ud800\"}", "/name", "half a character");
    }

    @Test
    void bytes_that_are_not_utf_8_are_400() {
        byte[] latin = "{\"name\":\"Café\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] surrogate = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'
        };
        for (byte[] body : List.of(latin, surrogate)) {
            assertProblem(manager().contentType("application/json").body(body).post(SHOES), 400, "malformed-body");
        }
    }

    @Test
    void json_that_is_nested_too_deeply_or_has_a_number_without_end_is_400() throws Exception {
        for (String body : List.of(
                "[".repeat(5000),
                "{\"colours\":" + "[".repeat(5000),
                "{\"make\":" + "{\"make\":".repeat(5000),
                "{\"pairs\":" + "9".repeat(100_000) + "}",
                "{\"make\":{\"price\":1" + "0".repeat(100_000) + "}}",
                "{\"" + "a".repeat(100_000) + "\":1}")) {
            HttpResponse<String> answer = send(HttpRequest.BodyPublishers.ofString(body));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("urn:mieux:problem:malformed-body")
                    .hasSizeLessThan(1000);
        }
    }

    @Test
    void fields_that_break_a_rule_are_named_by_pointer_all_at_once() {
        Response answer = json("""
                {"article":"","name":"Boot","pairs":-1,"colours":["red"," "]}""").post(SHOES);
        assertProblem(answer, 422, "invalid-fields");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/article", "/colours/1", "/pairs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\\u202e\\u200b", "\\u00a0", "\\ufeff\\u00ad"})
    void a_name_in_which_nothing_can_be_seen_is_422(String name) {
        Response answer = json("""
                {"article":"unseen","name":"%s","pairs":1,"colours":[],"make":null}""".formatted(name)).post(SHOES);
        assertProblem(answer, 422, "invalid-fields");
        assertThat(answer.jsonPath().getList("errors.pointer")).containsExactly("/name");
        assertThat(answer.<String>path("errors[0].detail")).isEqualTo("Give the shoe a name.");
    }

    @Test
    void a_field_that_is_missing_or_null_is_named_too() {
        for (String body : List.of("{}", "{\"article\":null,\"name\":null,\"pairs\":null,\"colours\":null}")) {
            Response answer = json(body).post(SHOES);
            assertProblem(answer, 422, "invalid-fields");
            assertThat(answer.jsonPath().getList("errors.pointer"))
                    .containsExactly("/article", "/colours", "/name", "/pairs");
        }
    }

    private static void assertMalformed(String body, String pointer, String right) {
        Response answer = json(body).post(SHOES);
        assertProblem(answer, 400, "malformed-body");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .as(answer.asString())
                .containsExactly(pointer);
        assertThat(answer.<String>path("errors[0].detail")).contains(right).doesNotContain("eu.mieux", "java.");
        assertThat(answer.<String>path("detail")).startsWith(pointer + ": ").contains(right);
    }
}
