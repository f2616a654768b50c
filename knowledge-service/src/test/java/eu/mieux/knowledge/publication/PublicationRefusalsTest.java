package eu.mieux.knowledge.publication;

import static eu.mieux.knowledge.Desk.PUBLICATIONS;
import static eu.mieux.knowledge.Desk.article;
import static eu.mieux.knowledge.Desk.editor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class PublicationRefusalsTest {

    @Test
    void codes_and_actions_must_be_known() {
        editor().body("""
                        {"title":"Unknowns","kind":"POEM","languages":["en","xx","en"],"region":"MARS","countries":["ZZ"],
                         "themes":["GARDENING"],"actionCodes":["1999-99"]}""")
                .post(PUBLICATIONS)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/kind",
                                "/languages/1",
                                "/languages/2",
                                "/region",
                                "/countries/0",
                                "/themes/0",
                                "/actionCodes/0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "officer", "auditor", "expert", "emm"})
    void others_than_editors_write_nothing(String role) {
        Tokens.as(role)
                .contentType("application/json")
                .body(article("Not mine", ""))
                .post(PUBLICATIONS)
                .then()
                .statusCode(403);
    }

    @Test
    void nobody_writes_without_a_token() {
        Tokens.anonymous()
                .contentType("application/json")
                .body(article("x", ""))
                .post(PUBLICATIONS)
                .then()
                .statusCode(401);
    }

    @Test
    void a_forged_token_is_refused_even_where_none_is_needed() {
        Tokens.anonymous().auth().oauth2("not.a.token").get(PUBLICATIONS).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"title\":1e999}",
                "{\"title\":\"\"}",
                "{\"title\":\"a\",\"kind\":\"ARTICLE\",\"languages\":[null]}",
                "{\"title\":\"a\\u0000b\",\"kind\":\"ARTICLE\",\"languages\":[]}",
                "{\"title\":\"a\",\"kind\":\"ARTICLE\",\"languages\":\"en\"}",
                "{\"title\":\"a\",\"kind\":\"ARTICLE\",\"languages\":[],\"surprise\":1}",
                "{\"title\":\"a\",\"kind\":\"ARTICLE\",\"languages\":[],\"actionCodes\":[null]}",
                "{\"title\":\"a\",\"kind\":null,\"languages\":[]}"
            })
    void nonsense_is_answered_with_a_problem(String body) {
        assertThat(editor().body(body).post(PUBLICATIONS).statusCode()).isBetween(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?cursor=%21%21",
                "?cursor=YWJj",
                "?limit=0",
                "?limit=abc",
                "?year=99999999999999",
                "?year=x",
                "?status=NONE",
                "/%00",
                "/no-such-key"
            })
    void nonsense_in_the_address_is_answered_with_a_problem(String address) {
        assertThat(Tokens.anonymous()
                        .urlEncodingEnabled(false)
                        .get(PUBLICATIONS + address)
                        .statusCode())
                .isBetween(400, 428);
    }
}
