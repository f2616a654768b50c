package eu.mieux.knowledge.search;

import static eu.mieux.knowledge.Desk.act;
import static eu.mieux.knowledge.Desk.article;
import static eu.mieux.knowledge.Desk.drafted;
import static eu.mieux.knowledge.Desk.editor;
import static eu.mieux.knowledge.Desk.found;
import static eu.mieux.knowledge.Desk.published;
import static eu.mieux.knowledge.Desk.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import eu.mieux.chassis.testing.RealSuite;
import eu.mieux.chassis.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealSuite.class)
class SearchTest {

    @Test
    void a_publication_is_found_as_soon_as_it_is_published_and_not_before() {
        String id = drafted(article("Saltimbanques of Vientiane", ""));
        assertThat(found(Tokens.anonymous(), "q", "saltimbanques")).isEmpty();
        assertThat(found(Tokens.as("knowledge"), "q", "saltimbanques")).containsExactly(id);
        act(id, "review", "");
        assertThat(found(Tokens.anonymous(), "q", "saltimbanques")).isEmpty();

        act(id, "publication", eu.mieux.knowledge.Desk.CONFIRMED).then().statusCode(200);

        assertThat(found(Tokens.anonymous(), "q", "saltimbanques")).containsExactly(id);
        act(id, "withdrawal", "{\"reason\":\"Enough.\"}").then().statusCode(200);
        assertThat(found(Tokens.anonymous(), "q", "saltimbanques")).isEmpty();
    }

    @Test
    void the_hits_are_answered_with_the_fields_asked_for_and_the_search_with_all_else() {
        published(article("Funambulists of Vientiane", ""));
        Tokens.anonymous()
                .get("/api/v1/search?q=funambulists&fields=title,kind")
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].size()", equalTo(2))
                .body("items[0].title", equalTo("Funambulists of Vientiane"))
                .body("facets.kind", hasSize(1));
    }

    @Test
    void a_code_of_letters_beyond_the_first_plane_is_none_like_any_other() {
        Tokens.anonymous()
                .get("/api/v1/search?kind=" + "😀".repeat(25))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/kind"));
    }

    @ParameterizedTest(name = "{0} is found by {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Negotiators negotiating quotas | negotiate quota",
                "Un développement régional coordonné | developpements",
                "Los migrantes desplazados cruzaron | desplazado",
                "La coopération consulaire à Nouakchott | cooperations consulaires",
                "Harmonisation of biometrics | biomet",
                "Xenotransplantation explained | xenotransplantaton",
                "Train-the-trainers/quartermasters 2009-2015 | quartermasters 2015",
                "The dromedaries of the desert | the dromedary of",
            })
    void inflections_accents_beginnings_and_typing_errors_are_forgiven(String title, String question) {
        String id = published(article(title, ""));

        assertThat(found(Tokens.anonymous(), "q", question)).contains(id);
    }

    @Test
    void what_was_understood_is_said() {
        published(article("Zeppelins over Lomé", ""));

        search(Tokens.anonymous(), "q", "zepelins")
                .body("searchedInstead", equalTo("zeppelins"))
                .body("total", equalTo(1));
        search(Tokens.anonymous(), "q", "zeppelins").body("searchedInstead", equalTo(null));
    }

    @Test
    void the_words_of_a_draft_are_not_betrayed_by_guesses() {
        drafted(article("Kryptonopolis", ""));

        search(Tokens.anonymous(), "q", "kryptonopolsi")
                .body("searchedInstead", equalTo(null))
                .body("total", equalTo(0));
        search(Tokens.as("knowledge"), "q", "kryptonopolsi").body("searchedInstead", equalTo("kryptonopolis"));
    }

    @Test
    void codes_are_found_by_their_labels_in_every_language() {
        String id = published(article("Visit to the steppe", "\"countries\":[\"KZ\"],\"themes\":[\"ASYLUM\"]"));

        assertThat(found(Tokens.anonymous(), "q", "Kazajistan steppe")).containsExactly(id);
        assertThat(found(Tokens.anonymous(), "q", "steppe asile")).containsExactly(id);
    }

    @Test
    void a_word_in_the_title_counts_more_than_one_in_the_text() {
        String inText = published(article("Something else", "\"text\":\"A word on marzipan.\""));
        String inTitle = published(article("Marzipan", ""));

        assertThat(found(Tokens.anonymous(), "q", "marzipan")).containsExactly(inTitle, inText);
    }

    @Test
    void the_excerpt_marks_what_was_found_and_lets_no_markup_through() {
        published(article("Plain", "\"text\":\"<script>alert('x')</script> The balustrade & the <b>balustrades</b>\""));

        search(Tokens.anonymous(), "q", "balustrade")
                .body("items[0].excerpt", containsString("<mark>balustrade</mark>"))
                .body("items[0].excerpt", not(containsString("<script")))
                .body("items[0].excerpt", not(containsString("<b>")))
                .body("items[0].excerpt", containsString("&amp;"));
    }

    @Test
    void facets_count_under_the_filters_of_the_other_fields() {
        for (String country : List.of("GH", "GH", "PE")) {
            published(article("Facettenreich", "\"countries\":[\"%s\"],\"themes\":[\"HEALTH\"]".formatted(country)));
        }
        published("{\"title\":\"Facettenreich\",\"kind\":\"VIDEO\",\"languages\":[\"fr\"],\"countries\":[\"PE\"]}");

        search(Tokens.anonymous().header("Accept-Language", "es-PE,es;q=0.9"), "q", "facettenreich", "country", "PE")
                .header("Content-Language", equalTo("es"))
                .body("total", equalTo(2))
                .body("items", hasSize(2))
                .body("facets.country.find { it.code == 'GH' }.count", equalTo(2))
                .body("facets.country.find { it.code == 'PE' }.label", equalTo("Perú"))
                .body("facets.kind.find { it.code == 'VIDEO' }.count", equalTo(1))
                .body("facets.kind.find { it.code == 'ARTICLE' }.count", equalTo(1))
                .body("facets.theme.find { it.code == 'HEALTH' }.count", equalTo(1))
                .body("facets.language.find { it.code == 'fr' }.count", equalTo(1));
        search(Tokens.anonymous(), "q", "facettenreich", "kind", "VIDEO", "language", "fr")
                .body("total", equalTo(1));
    }

    @Test
    void pages_of_results_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 7; i++) {
            published(article(
                    "Ornithology " + i,
                    "\"summary\":\"%s\"".formatted("ornithology ".repeat(i % 3).strip())));
        }
        List<String> all = found(Tokens.anonymous(), "q", "ornithology", "limit", "50");
        List<String> leafed = new ArrayList<>();
        String next = "/api/v1/search?q=ornithology&limit=3";
        while (next != null) {
            Response page = Tokens.anonymous().urlEncodingEnabled(false).get(next);
            leafed.addAll(page.path("items.id"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(leafed).hasSize(7).isEqualTo(all);
    }

    @Test
    void without_words_the_newest_come_first() {
        String id = published(article("Just now", ""));

        assertThat(found(Tokens.anonymous())).startsWith(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%21%21%21",
                "q=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q",
                "limit=51",
                "limit=-1",
                "limit=abc",
                "year=abc",
                "cursor=abc",
                "cursor=YWJj",
                "q=a%00b"
            })
    void nonsense_is_answered_with_a_problem(String query) {
        assertThat(Tokens.anonymous()
                        .urlEncodingEnabled(false)
                        .get("/api/v1/search?" + query)
                        .statusCode())
                .isBetween(400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%27%3B+drop+table+publication%3B--",
                "q=%3A*+%26+%7C+%21+%3C-%3E+%28x",
                "q=%25+_+%5C+x",
                "q=%F0%9F%90%AA+camel",
                "q=%D0%BC%D0%B8%D0%B3%D1%80%D0%B0%D1%86%D0%B8%D1%8F",
                "q=%D9%87%D8%AC%D8%B1%D8%A9",
                "q=%C2%BD+half",
                "q=e%CC%81t%C3%A9",
                "q=the+la+de",
                "q=%C3%9F",
                "q=x&year=-5",
                "year=2147483647"
            })
    void odd_questions_are_answered(String query) {
        Tokens.anonymous()
                .urlEncodingEnabled(false)
                .get("/api/v1/search?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void codes_that_there_are_not_are_refused_each_with_its_list() {
        Tokens.anonymous()
                .urlEncodingEnabled(false)
                .get("/api/v1/search?q=x&kind=NONE&theme=%27&country=CM&country=%22&language=%7B%7D")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/kind", "/theme", "/country", "/language"))
                .body(
                        "errors[0].detail",
                        containsString("/code-lists/publication-kinds or /api/v1/code-lists/deliverable-types"));
    }

    @Test
    void a_revised_draft_is_found_by_its_new_words_only() {
        String id = drafted(article("Oldwordish", ""));
        editor().header("If-Match", "\"1\"")
                .body(article("Newwordish", ""))
                .put("/api/v1/publications/" + id)
                .then()
                .statusCode(200);

        assertThat(found(Tokens.as("knowledge"), "q", "newwordish")).containsExactly(id);
        assertThat(found(Tokens.as("knowledge"), "q", "oldwordish")).doesNotContain(id);
    }
}
