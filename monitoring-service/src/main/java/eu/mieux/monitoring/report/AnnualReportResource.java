package eu.mieux.monitoring.report;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.monitoring.figure.FigureRecords.Found;
import eu.mieux.monitoring.figure.FigureText;
import eu.mieux.monitoring.figure.FigureValue;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Annual reports over HTTP. Published ones need no token; provisional ones, and `asOf`, a role of staff ({@link ReportPolicy}). */
@Path("/api/v1/annual-reports")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Annual reports", description = "Every figure of a year, and the records behind it")
public class AnnualReportResource {

    private static final String AS_OF = "As known at this time, for staff: 2018-03-01T00:00:00Z";

    private final Reporting reporting;
    private final Publishing publishing;
    private final ReportedYears years;
    private final ReportPolicy policy;
    private final FigureText text;
    private final CodeLists codes;

    AnnualReportResource(
            Reporting reporting,
            Publishing publishing,
            ReportedYears years,
            ReportPolicy policy,
            FigureText text,
            CodeLists codes) {
        this.reporting = reporting;
        this.publishing = publishing;
        this.years = years;
        this.policy = policy;
        this.text = text;
        this.codes = codes;
    }

    @GET
    @Operation(
            summary = "Which years have a report",
            description = "The latest first: the published ones; for staff all that anything is known of.")
    @APIResponse(responseCode = "200", description = "A page of reports")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<ReportListed> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        int before = Math.clamp(Cursor.of(cursor).number((long) Integer.MAX_VALUE), 0, Integer.MAX_VALUE);
        List<ReportListed> found = years.page(!policy.seesProvisional(), before, bounded + 1);
        return Page.of(found, bounded, listed -> Cursor.at(listed.year()));
    }

    @GET
    @Path("/{year: \\d{4}}")
    @Operation(
            summary = "Every figure of a year",
            description =
                    "With the year before and the change. A published report shows its figures as published, and beside them what they would be today. Labels by Accept-Language.")
    @ReportAnswers
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response report(
            @PathParam("year") int year,
            @Parameter(description = AS_OF) @QueryParam("asOf") @Nullable String asOf,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Locale language = codes.facility().language(acceptLanguage);
        return inLanguage(language, Response.ok(view(reporting.report(year, asOf), language)));
    }

    @POST
    @Path("/{year: \\d{4}}/publication")
    @RolesAllowed({"manager", "monitoring"})
    @Operation(
            summary = "Publish a report",
            description = "Its figures stand from then on; later corrections are shown beside them as restated.")
    @APIResponse(
            responseCode = "201",
            description = "Published; Location is the report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "401", description = "No valid bearer token")
    @APIResponse(responseCode = "403", description = "Your role does not allow this")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is published already, its year has not begun, or nothing is known of it or any year before")
    public Response publish(
            @PathParam("year") int year, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage)
            throws InterruptedException {
        Locale language = codes.facility().language(acceptLanguage);
        return inLanguage(
                language,
                Response.created(URI.create("/api/v1/annual-reports/" + year))
                        .entity(view(publishing.publish(year), language)));
    }

    @GET
    @Path("/{year: \\d{4}}/figures/{id}")
    @Operation(
            operationId = "getFigure",
            summary = "One figure of a year",
            description = "With its definition and its value, as known now or on the day given by asOf.")
    @ReportAnswers
    @APIResponse(
            responseCode = "200",
            description = "The figure",
            content = @Content(schema = @Schema(implementation = FigureView.class)))
    public Response figure(
            @PathParam("year") int year,
            @PathParam("id") String id,
            @Parameter(description = AS_OF) @QueryParam("asOf") @Nullable String asOf,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Locale language = codes.facility().language(acceptLanguage);
        return inLanguage(
                language,
                Response.ok(view(reporting.report(year, id, asOf), language)
                        .figures()
                        .getFirst()));
    }

    @GET
    @Path("/{year: \\d{4}}/figures/{id}/records")
    @Operation(
            operationId = "listFigureRecords",
            summary = "The very records behind a figure",
            description =
                    "Each says what it adds: `quantity` to the figure's numerator, `base` to its denominator, and whether it is `counted` in the numerator. Of a published report, as known when it was published; until then for those who read all records of that kind, as the secretariat's managers, its monitoring and auditors do. Who does not read evaluations is not told which Activity an answer is about.")
    @ReportAnswers
    @APIResponse(responseCode = "200", description = "A page of records; their fields depend on the figure")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200, or asOf is still to come")
    public Page<FigureRecordView> records(
            @PathParam("year") int year,
            @PathParam("id") String id,
            @Parameter(description = AS_OF) @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit) {
        int bounded = Page.limit(limit);
        List<Found> found = reporting.records(year, id, asOf, PlaceCursor.read(cursor), bounded);
        return Page.of(found, bounded, record -> PlaceCursor.of(record.place()))
                .map(record -> FigureRecordView.of(record.fields()));
    }

    private ReportView view(Report report, Locale language) {
        List<FigureView> figures = report.figures().values().stream()
                .map(value -> view(value, report, language))
                .toList();
        return new ReportView(report.year(), report.status(), report.asOf(), report.publishedAt(), figures);
    }

    private FigureView view(FigureValue value, Report report, Locale language) {
        return FigureView.of(
                reporting.figure(value.id()), value, report.restated().get(value.id()), text, language);
    }

    private static Response inLanguage(Locale language, Response.ResponseBuilder answer) {
        return answer.language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
