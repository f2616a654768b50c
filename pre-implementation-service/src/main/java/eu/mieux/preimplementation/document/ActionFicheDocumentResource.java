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

/** Any version of an Action Fiche as a file that can be printed, mailed and signed. */
@Path("/api/v1/action-fiches/{idOrReference}/versions/{number}/document")
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Action Fiches")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
@APIResponse(responseCode = "404", description = "Absent, or out of your sight")
public class ActionFicheDocumentResource extends DownloadResource {

    private final Composing composing;

    ActionFicheDocumentResource(Composing composing, Printing printing) {
        super(printing);
        this.composing = composing;
    }

    @GET
    @Produces({DocumentFormat.Types.PDF, DocumentFormat.Types.DOCX})
    @Operation(
            operationId = "getActionFicheDocument",
            summary = "Download a version of an Action Fiche as a document",
            description = """
                    In the facility's layout and the reader's language (Accept-Language: en, fr or es), as PDF or for word processors. `format` says which; without it
                    Accept does, and PDF is the answer to whoever takes anything.""")
    @Downloaded
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
        return download(() -> composing.compose(id, number, acceptLanguage), format, headers);
    }
}
