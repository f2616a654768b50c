package eu.mieux.preimplementation.document;

import eu.mieux.chassis.problem.InvalidFields;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Any version of an Action Fiche as a file that can be printed, mailed and signed. */
@Path("/api/v1/action-fiches/{idOrReference}/versions/{number}/document")
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Action Fiches")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
@APIResponse(responseCode = "404", description = "Absent, or out of your sight")
public class ActionFicheDocumentResource {

    /** Of bytes; the largest fiche has a tenth of it. */
    static final int LARGEST = 16 * 1024 * 1024;

    private final Composing composing;
    private final Printing printing;

    ActionFicheDocumentResource(Composing composing, Printing printing) {
        this.composing = composing;
        this.printing = printing;
    }

    @GET
    @Produces({DocumentFormat.Types.PDF, DocumentFormat.Types.DOCX})
    @Operation(
            operationId = "getActionFicheDocument",
            summary = "Download a version of an Action Fiche as a document",
            description = """
                    In the facility's layout and the reader's language (Accept-Language: en, fr or es), as PDF or for word processors. `format` says which; without it
                    Accept does, and PDF is the answer to whoever takes anything.""")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            headers = {
                @Header(
                        name = "Content-Disposition",
                        description = "The file's name: 2017-03-Costa-Rica-III-fiche-v4.pdf",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Content-Language",
                        description = "The language of its headings and labels",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(
                        mediaType = DocumentFormat.Types.PDF,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = LARGEST),
                        examples = @ExampleObject(name = "pdf", summary = "How the file begins", value = "%PDF-1.7")),
                @Content(
                        mediaType = DocumentFormat.Types.DOCX,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = LARGEST),
                        examples = @ExampleObject(name = "docx", summary = "How the file begins", value = "PK"))
            })
    @APIResponse(responseCode = "422", description = "format is neither pdf nor docx")
    @APIResponse(responseCode = "503", description = "Many documents are being written; try again after Retry-After")
    public Response get(
            @PathParam("idOrReference") String id,
            @PathParam("number") int number,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"pdf", "docx"}))
                    @QueryParam("format")
                    @Nullable
                    String format,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage,
            @Context HttpHeaders headers) {
        DocumentFormat wanted = wanted(format, headers);
        return answer(printing, composing.compose(id, number, acceptLanguage), wanted);
    }

    static Response answer(Printing printing, Paper document, DocumentFormat wanted) {
        return Response.ok(printing.print(document, wanted), wanted.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(document.fileName(), wanted))
                .header(HttpHeaders.CONTENT_LANGUAGE, document.languageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.ACCEPT)
                .build();
    }

    static DocumentFormat wanted(@Nullable String format, HttpHeaders headers) {
        return format == null ? accepted(headers) : named(format);
    }

    private static DocumentFormat named(String format) {
        return DocumentFormat.of(format).orElseThrow(() -> new InvalidFields("/format", "Ask for pdf or docx."));
    }

    /** The one that comes first in the caller's order of preference. */
    private static DocumentFormat accepted(HttpHeaders headers) {
        for (MediaType acceptable : headers.getAcceptableMediaTypes()) {
            for (DocumentFormat format : DocumentFormat.values()) {
                if (acceptable.isCompatible(MediaType.valueOf(format.mediaType()))) {
                    return format;
                }
            }
        }
        return DocumentFormat.PDF;
    }
}
