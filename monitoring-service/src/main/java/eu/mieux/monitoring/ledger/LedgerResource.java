package eu.mieux.monitoring.ledger;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.monitoring.figure.FigureText;
import eu.mieux.monitoring.figure.Figures;
import eu.mieux.monitoring.report.Report;
import eu.mieux.monitoring.report.Reporting;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The discrepancy ledger over HTTP: what was printed against what is computed. Seen by whoever sees the year's report. */
@Path("/api/v1/annual-reports/{year: \\d{4}}/ledger")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Annual reports")
public class LedgerResource {

    private final PrintedFigures printed;
    private final Reporting reporting;
    private final Figures figures;
    private final FigureText text;
    private final CodeLists codes;

    LedgerResource(PrintedFigures printed, Reporting reporting, Figures figures, FigureText text, CodeLists codes) {
        this.printed = printed;
        this.reporting = reporting;
        this.figures = figures;
        this.text = text;
        this.codes = codes;
    }

    @GET
    @Operation(
            operationId = "listLedgerEntries",
            summary = "The discrepancy ledger of a year",
            description =
                    "Every figure that a published report prints for the year, beside what is computed from the records, with verdict and source.")
    @APIResponse(responseCode = "200", description = "A page of the ledger, by figure, note and source")
    @APIResponse(responseCode = "400", description = "The cursor is not one of this list")
    @APIResponse(responseCode = "401", description = "The report is provisional, and there is no valid bearer token")
    @APIResponse(responseCode = "403", description = "The report is provisional, and your role does not see such")
    @APIResponse(responseCode = "404", description = "There is no such year")
    @APIResponse(responseCode = "422", description = "limit is not between 1 and 200")
    public Page<LedgerEntryView> ledger(
            @PathParam("year") int year,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("200") int limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        int bounded = Page.limit(limit);
        Cursor from = Cursor.of(cursor);
        Locale language = codes.facility().language(acceptLanguage);
        Report report = reporting.report(year, null);
        List<PrintedFigure> found = printed.page(year, from.isStart() ? null : place(from, year), bounded + 1);
        return Page.of(found, bounded, p -> Cursor.at(p.figure(), p.note(), p.source()))
                .map(entry -> view(entry, report, language));
    }

    private static PrintedFigure place(Cursor cursor, int year) {
        return new PrintedFigure(cursor.text(0), year, cursor.text(1), "", null, "", "", cursor.text(2));
    }

    private LedgerEntryView view(PrintedFigure entry, Report report, Locale language) {
        String label = figures.catalogue()
                .find(entry.figure())
                .map(figure -> text.label(figure, language))
                .orElse(null);
        String verdict = codes.list("verdicts")
                .find(entry.verdict())
                .map(code -> code.label(language))
                .orElse(entry.verdict());
        return LedgerEntryView.of(
                entry, label, verdict, report.figure(entry.figure()).orElse(null));
    }
}
