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
public class MeetingDocumentResource extends DownloadResource {

    private final ComposingMeetings composing;

    MeetingDocumentResource(ComposingMeetings composing, Printing printing) {
        super(printing);
        this.composing = composing;
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
    @Downloaded
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
        return download(() -> composing.agenda(id, acceptLanguage), format, headers);
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
    @Downloaded
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
        return download(() -> composing.minutes(id, acceptLanguage), format, headers);
    }
}
