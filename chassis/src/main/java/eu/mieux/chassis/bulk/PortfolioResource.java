package eu.mieux.chassis.bulk;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.NotFound;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A portfolio's CSV files, in and out. */
@Path("/api/v1/portfolio/{file}")
@RolesAllowed({"manager", "client"})
@Tag(name = "Portfolio", description = "CSV files of the portfolio exchange format, in and out")
public class PortfolioResource {

    private final List<PortfolioFile<?>> files;
    private final ImportQueue queue;
    private final Exporting exporting;
    private final ImportJournal journal;
    private final Caller caller;
    private final AuditNotes notes;

    PortfolioResource(
            @All List<PortfolioFile<?>> files,
            ImportQueue queue,
            Exporting exporting,
            ImportJournal journal,
            Caller caller,
            AuditNotes notes) {
        this.files = files;
        this.queue = queue;
        this.exporting = exporting;
        this.journal = journal;
        this.caller = caller;
        this.notes = notes;
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "startImport",
            summary = "Import a CSV file",
            description =
                    "Brings every record to the state of its row; rows that change nothing are left alone, so the same file a second time does nothing (an Idempotency-Key is not asked for, nor looked at). The answer is an operation to follow.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; Location is the operation",
            content = @Content(schema = @Schema(implementation = ImportOperation.View.class)))
    @APIResponse(responseCode = "404", description = "This file is not kept here")
    @APIResponse(responseCode = "413", description = "The file is larger than is accepted")
    @APIResponse(responseCode = "415", description = "Send it as text/csv")
    @APIResponse(responseCode = "422", description = "mode is neither all-or-nothing nor keep-good")
    public Response start(
            @PathParam("file") String name,
            @Parameter(description = "all-or-nothing (nothing is kept unless every row is right) or keep-good")
                    @QueryParam("mode")
                    @DefaultValue("all-or-nothing")
                    String mode,
            @Parameter(
                            description = "Report only, change nothing",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    String dryRun,
            InputStream body)
            throws IOException {
        PortfolioFile<?> file = file(name);
        ImportMode asked = ImportMode.of(mode);
        boolean tryOnly = trueOrFalse(dryRun);
        java.nio.file.Path spool = Files.createTempFile("import-" + name, ".csv");
        try {
            Files.copy(body, spool, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(spool);
            throw e;
        }
        ImportOperation.View operation = journal.open(name, asked, tryOnly, Files.size(spool), caller.subject());
        notes.done("portfolio", name, tryOnly ? "import-tried" : "import-started");
        queue.add(new ImportOrder<>(file, spool, operation.id(), asked, tryOnly, caller.author()));
        return Response.accepted(operation)
                .location(URI.create("/api/v1/portfolio/%s/imports/%s".formatted(name, operation.id())))
                .build();
    }

    @GET
    @RolesAllowed({"manager", "auditor", "client"})
    @Path("/imports/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getImport",
            summary = "An import and how far it is",
            description = "RUNNING until its rows are committed and their events published; then SUCCEEDED or FAILED.")
    @APIResponse(
            responseCode = "200",
            description = "The operation",
            content = @Content(schema = @Schema(implementation = ImportOperation.View.class)))
    @APIResponse(responseCode = "404", description = "There is no such import")
    public Response operation(@PathParam("file") String name, @PathParam("id") UUID id) {
        return Response.ok(find(name, id)).build();
    }

    @GET
    @RolesAllowed({"manager", "auditor", "client"})
    @Path("/imports/{id}/errors")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listImportErrors",
            summary = "What is wrong with the file",
            description = "Each fault with line, column and remedy, in the order found.")
    @APIResponse(
            responseCode = "200",
            description = "A page of faults",
            content = @Content(schema = @Schema(implementation = RowErrors.class)))
    @APIResponse(responseCode = "404", description = "There is no such import")
    public Response errors(
            @PathParam("file") String name,
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") int limit)
            throws SQLException {
        find(name, id);
        int bounded = Page.limit(limit);
        List<ImportJournal.Numbered> found =
                journal.errors(name, id, Cursor.of(cursor).number(0L), bounded + 1);
        return Response.ok(Page.of(found, bounded, e -> Cursor.at(e.seq())).map(ImportJournal.Numbered::error))
                .build();
    }

    @GET
    @Produces("text/csv")
    @Blocking
    @RolesAllowed({"manager", "auditor", "client"})
    @Operation(
            operationId = "exportFile",
            summary = "Export a CSV file",
            description = "The rows as they are now, ordered by key, streamed.")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "text/csv"))
    @APIResponse(responseCode = "404", description = "This file is not kept here")
    public Response export(@PathParam("file") String name) {
        PortfolioFile<?> file = file(name);
        StreamingOutput rows = out -> exporting.write(file, out);
        return Response.ok(rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    /** As a boolean parameter, anything but "true" would be an import in earnest. */
    private static boolean trueOrFalse(String dryRun) {
        return switch (dryRun) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidFields("/dryRun", "Use true or false.");
        };
    }

    private ImportOperation.View find(String name, UUID id) {
        file(name);
        return journal.find(name, id).orElseThrow(() -> new NotFound("import", id));
    }

    private PortfolioFile<?> file(String name) {
        return files.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("portfolio file", name));
    }

    /** The shape of a page of faults, for the API document. */
    @Schema(name = "RowErrorPage")
    record RowErrors(List<RowError> items, @Nullable String next) {}
}
