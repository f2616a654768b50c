package eu.mieux.preimplementation.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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

/** The agenda and the minutes of a meeting as files that can be printed and mailed. */
@Path("/api/v1/meetings/{id}")
@RolesAllowed({"steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Meetings")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
@APIResponse(responseCode = "404", description = "Absent, or out of your sight")
public class MeetingDocumentResource {

    private final ComposingMeetings composing;
    private final Printing printing;

    MeetingDocumentResource(ComposingMeetings composing, Printing printing) {
        this.composing = composing;
        this.printing = printing;
    }

    @GET
    @Path("/agenda")
    @Produces({DocumentFormat.Types.PDF, DocumentFormat.Types.DOCX})
    @Operation(
            operationId = "getMeetingAgenda",
            summary = "Download the agenda of a meeting as a document",
            description = """
                    With how each request stands now: who asks, whether it is eligible, opinions so far, what it waits for; of requests that are not yours to see, their references.
                    In the facility's layout and the reader's language (Accept-Language: en, fr or es), as PDF or for word processors: `format` says which, or Accept does.""")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            headers = {
                @Header(
                        name = "Content-Disposition",
                        description = "The file's name: 2026-06-11-Steering-group-agenda.pdf",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Content-Language",
                        description = "The language of its headings and labels",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(
                        mediaType = DocumentFormat.Types.PDF,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "binary",
                                        maxLength = ActionFicheDocumentResource.LARGEST),
                        examples = @ExampleObject(name = "pdf", summary = "How the file begins", value = "%PDF-1.7")),
                @Content(
                        mediaType = DocumentFormat.Types.DOCX,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "binary",
                                        maxLength = ActionFicheDocumentResource.LARGEST),
                        examples = @ExampleObject(name = "docx", summary = "How the file begins", value = "PK"))
            })
    @APIResponse(responseCode = "422", description = "format is neither pdf nor docx")
    @APIResponse(responseCode = "503", description = "Many documents are being written; try again after Retry-After")
    public Response agenda(
            @PathParam("id") String id,
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
        DocumentFormat wanted = ActionFicheDocumentResource.wanted(format, headers);
        return ActionFicheDocumentResource.answer(printing, composing.agenda(id, acceptLanguage), wanted);
    }

    @GET
    @Path("/minutes")
    @Produces({DocumentFormat.Types.PDF, DocumentFormat.Types.DOCX})
    @Operation(
            operationId = "getMeetingMinutes",
            summary = "Download the minutes of a meeting as a document",
            description = """
                    What was said and concluded of each point, and who attended; absent until they are written.
                    In the facility's layout and the reader's language (Accept-Language: en, fr or es), as PDF or for word processors: `format` says which, or Accept does.""")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            headers = {
                @Header(
                        name = "Content-Disposition",
                        description = "The file's name: 2026-06-11-Steering-group-minutes.pdf",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Content-Language",
                        description = "The language of its headings and labels",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(
                        mediaType = DocumentFormat.Types.PDF,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "binary",
                                        maxLength = ActionFicheDocumentResource.LARGEST),
                        examples = @ExampleObject(name = "pdf", summary = "How the file begins", value = "%PDF-1.7")),
                @Content(
                        mediaType = DocumentFormat.Types.DOCX,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "binary",
                                        maxLength = ActionFicheDocumentResource.LARGEST),
                        examples = @ExampleObject(name = "docx", summary = "How the file begins", value = "PK"))
            })
    @APIResponse(responseCode = "422", description = "format is neither pdf nor docx")
    @APIResponse(responseCode = "503", description = "Many documents are being written; try again after Retry-After")
    public Response minutes(
            @PathParam("id") String id,
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
        DocumentFormat wanted = ActionFicheDocumentResource.wanted(format, headers);
        return ActionFicheDocumentResource.answer(printing, composing.minutes(id, acceptLanguage), wanted);
    }
}
