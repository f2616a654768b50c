package eu.mieux.chassis.codelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.NotFound;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeListResourceTest {

    private static final Request ANEW = new Conditional("");

    @TempDir
    Path folder;

    private CodeListResource resource;

    @BeforeEach
    void open_the_shop() {
        resource = new CodeListResource(CodeLists.of(Profiles.shop(folder)));
    }

    @Test
    void the_lists_are_paged_by_name() {
        Page<CodeListView> first = resource.all(null, 3, ANEW).getEntity();
        Page<CodeListView> second = resource.all(first.next(), 3, ANEW).getEntity();
        assertThat(first.items()).extracting(CodeListView::name).containsExactly("kind-tariffs", "kinds", "sizes");
        assertThat(second.items()).extracting(CodeListView::name).containsExactly("tariffs");
        assertThat(second.next()).isNull();
    }

    @Test
    void the_pages_of_a_list_hold_every_row_once() {
        List<CodeView> seen = new ArrayList<>();
        Page<CodeView> page;
        String cursor = null;
        do {
            page = resource.codes("kind-tariffs", null, cursor, 1, null, ANEW).getEntity();
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen)
                .extracting(CodeView::validFrom)
                .containsExactly(LocalDate.of(2010, 1, 1), LocalDate.of(2020, 1, 1));
    }

    @Test
    void a_day_leaves_the_rows_that_hold_on_it() {
        Page<CodeView> page =
                resource.codes("tariffs", "2019-12-31", null, 20, null, ANEW).getEntity();
        assertThat(page.items())
                .extracting(row -> row.attributes().get("percent"))
                .containsExactly("18");
    }

    @Test
    void labels_come_in_the_language_that_is_asked_for_and_the_answer_says_which() {
        RestResponse<Page<CodeView>> english = resource.codes("kinds", null, null, 20, "en-IE,es;q=0.4", ANEW);
        assertThat(english.getEntity().items()).extracting(CodeView::label).containsExactly("Boot", "Sandal");
        assertThat(english.getHeaderString(HttpHeaders.CONTENT_LANGUAGE)).isEqualTo("en");
        assertThat(english.getHeaderString(HttpHeaders.VARY)).isEqualTo(HttpHeaders.ACCEPT_LANGUAGE);
    }

    @Test
    void an_unchanged_profile_is_not_sent_twice_but_another_language_is() {
        RestResponse<Page<CodeView>> english = resource.codes("kinds", null, null, 20, "en", ANEW);
        Request again = new Conditional(english.getEntityTag().getValue());
        assertThat(english.getEntityTag().isWeak()).isTrue();
        assertThat(resource.codes("kinds", null, null, 20, "en", again).getStatus())
                .isEqualTo(304);
        assertThat(resource.codes("kinds", null, null, 20, "es", again).getStatus())
                .isEqualTo(200);
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> resource.codes("hats", null, null, 20, null, ANEW))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("hats");
        assertThatThrownBy(() -> resource.codes("kinds", "2019-02-29", null, 20, null, ANEW))
                .isInstanceOf(CodeListResource.UnreadableDate.class)
                .hasMessageContaining("2019-02-29");
        assertThatThrownBy(() -> resource.codes("kinds", null, null, 1001, null, ANEW))
                .isInstanceOf(InvalidFields.class);
    }

    /** A request whose If-None-Match is one tag. */
    private record Conditional(String ifNoneMatch) implements Request {

        @Override
        public Response.ResponseBuilder evaluatePreconditions(EntityTag tag) {
            return tag.getValue().equals(ifNoneMatch) ? Response.notModified() : null;
        }

        @Override
        public Response.ResponseBuilder evaluatePreconditions() {
            throw new AssertionError("A code list is compared by its tag only.");
        }

        @Override
        public Response.ResponseBuilder evaluatePreconditions(Date lastModified) {
            throw new AssertionError("A code list is compared by its tag only.");
        }

        @Override
        public Response.ResponseBuilder evaluatePreconditions(Date lastModified, EntityTag tag) {
            throw new AssertionError("A code list is compared by its tag only.");
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public Variant selectVariant(List<Variant> variants) {
            throw new AssertionError("A code list is compared by its tag only.");
        }
    }
}
