package eu.mieux.knowledge.search;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.codelist.CodeOf;
import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Search over HTTP. Nobody needs to sign in; whoever does may find more ({@link SearchPolicy}). */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Search", description = "Over everything published and, for staff, everything that they may see")
public class SearchResource {

    /** Excerpts are made for every hit of a page: a page is smaller than elsewhere. */
    private static final int MOST = 50;

    private static final int MOST_VALUES = 50;

    private final Searching searching;
    private final CodeLists codes;

    SearchResource(Searching searching, CodeLists codes) {
        this.searching = searching;
        this.codes = codes;
    }

    @GET
    @Operation(
            operationId = "search",
            summary = "Search",
            description =
                    "Inflections in English, French and Spanish, missing accents, beginnings of words and typing errors are forgiven. Labels come in the language of Accept-Language (en, fr, es). A field may be given several times: any of its values will do.")
    @APIResponse(
            responseCode = "200",
            description = "The best first; without q the newest first",
            content = @Content(schema = @Schema(implementation = SearchView.class)))
    @APIResponse(responseCode = "400", description = "The cursor is not one of this search")
    @APIResponse(responseCode = "422", description = "q has no word or too many, or limit is not between 1 and 50")
    public Response search(
            @Parameter(description = "Words; all of them must occur") @QueryParam("q") @Nullable String q,
            @Parameter(description = "Code of publication-kinds or deliverable-types")
                    @CodeOf({"publication-kinds", "deliverable-types"})
                    @QueryParam("kind")
                    List<String> kinds,
            @Parameter(description = "Code of the list themes") @CodeOf("themes") @QueryParam("theme")
                    List<String> themes,
            @Parameter(description = "ISO 3166-1 alpha-2") @CodeOf("countries") @QueryParam("country")
                    List<String> countries,
            @Parameter(description = "ISO 639-1") @CodeOf("languages") @QueryParam("language") List<String> languages,
            @Parameter(description = "Of publication or handover") @QueryParam("year") List<Integer> years,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "50",
                                            defaultValue = "20"))
                    @QueryParam("limit")
                    @DefaultValue("20")
                    int limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        int bounded = Page.limit(limit, MOST);
        Locale language = language(headers.getAcceptableLanguages());
        SearchFilter filter = new SearchFilter(few(kinds), few(themes), few(countries), few(languages), few(years));
        SearchView found = searching.search(Words.of(q), filter, Cursor.of(cursor), bounded, language);
        Response.ResponseBuilder answer =
                Response.ok(found).language(language).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (found.next() != null) {
            String query = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", found.next())
                    .build()
                    .getRawQuery();
            answer.header(
                    HttpHeaders.LINK,
                    "<%s?%s>; rel=\"next\"".formatted(uri.getRequestUri().getRawPath(), query));
        }
        return answer.build();
    }

    private static <T> List<T> few(List<T> values) {
        return values.stream().distinct().limit(MOST_VALUES).toList();
    }

    /** The first of the wished languages that the facility speaks, else its own first. */
    private Locale language(List<Locale> wished) {
        List<Locale> spoken = codes.facility().languages();
        return wished.stream()
                .map(locale -> Locale.of(locale.getLanguage()))
                .filter(spoken::contains)
                .findFirst()
                .orElse(spoken.getFirst());
    }
}
