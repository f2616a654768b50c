package eu.mieux.chassis.codelist;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.problem.Refusal;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The code lists over HTTP, for anybody. They change only when the service starts anew, so clients may keep them; the weak
 * ETag changes with the profile.
 */
@Path("/api/v1/code-lists")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists", description = "The facility's dated code lists, with labels in its languages")
public class CodeListResource {

    private static final int MAX = 1000;
    private static final String DEFAULT = "200";
    private static final String CACHING = "public, max-age=300";

    private final CodeLists lists;

    CodeListResource(CodeLists lists) {
        this.lists = lists;
    }

    @GET
    @Operation(operationId = "listCodeLists", summary = "Which code lists there are", description = "Ordered by name.")
    @APIResponse(responseCode = "200", description = "A page of code lists")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    public RestResponse<Page<CodeListView>> all(
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = DEFAULT))
                    @QueryParam("limit")
                    @DefaultValue(DEFAULT)
                    int limit,
            @Context Request request) {
        int bounded = Page.limit(limit, MAX);
        List<CodeListView> all = lists.all().stream().map(CodeListView::of).toList();
        List<CodeListView> found = Cursor.of(cursor).after(all, CodeListResource::cursor).stream()
                .limit(bounded + 1L)
                .toList();
        return cached(request, tag("all"), Page.of(found, bounded, CodeListResource::cursor))
                .build();
    }

    @GET
    @Path("/{list}")
    @Operation(
            operationId = "listCodes",
            summary = "The codes of a list",
            description =
                    "In the order of the list, with labels by Accept-Language. Without `on`, the rows of every date.")
    @APIResponse(responseCode = "200", description = "A page of codes")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such list")
    public RestResponse<Page<CodeView>> codes(
            @PathParam("list") String name,
            @Parameter(description = "Only the rows that hold on this day, YYYY-MM-DD") @QueryParam("on") @Nullable
                    String on,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            format = "int32",
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = DEFAULT))
                    @QueryParam("limit")
                    @DefaultValue(DEFAULT)
                    int limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Context Request request) {
        CodeList list = lists.find(name).orElseThrow(() -> new NotFound("code list", name));
        int bounded = Page.limit(limit, MAX);
        LocalDate day = on == null ? null : day(on);
        List<Code> found = list.after(Cursor.of(cursor)).stream()
                .filter(code -> day == null || code.validity().includes(day))
                .limit(bounded + 1L)
                .toList();
        Locale language = lists.facility().language(acceptLanguage);
        Page<CodeView> page = Page.of(found, bounded, Code::cursor).map(code -> CodeView.of(code, language));
        return cached(request, tag(language.getLanguage()), page)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static Cursor cursor(CodeListView last) {
        return Cursor.at(last.name());
    }

    private static LocalDate day(String on) {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeException e) {
            throw new UnreadableDate(on);
        }
    }

    private EntityTag tag(String variant) {
        return new EntityTag(lists.fingerprint() + "-" + variant, true);
    }

    private static <T> ResponseBuilder<T> cached(Request request, EntityTag tag, T entity) {
        ResponseBuilder<T> answer = unchanged(request, tag)
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(entity);
        return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, CACHING);
    }

    /** Whether If-None-Match names the tag. An If-Match is for changes: as with every other read, it is not looked at. */
    private static boolean unchanged(Request request, EntityTag tag) {
        Response.@Nullable ResponseBuilder unmet = request.evaluatePreconditions(tag);
        return unmet != null && unmet.build().getStatus() == Response.Status.NOT_MODIFIED.getStatusCode();
    }

    static final class UnreadableDate extends Refusal {
        UnreadableDate(String on) {
            super(Kind.MALFORMED, "The parameter on is \"%s\", which is no date; write YYYY-MM-DD.".formatted(on));
        }
    }
}
