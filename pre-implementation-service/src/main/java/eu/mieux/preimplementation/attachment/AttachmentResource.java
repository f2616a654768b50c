package eu.mieux.preimplementation.attachment;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.mieux.chassis.http.ETags;
import eu.mieux.chassis.http.MaxBody;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.idempotency.Idempotent;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The files of a request, for whoever sees the request. */
@Path("/api/v1/requests/{idOrReference}/attachments")
@RolesAllowed({"partner", "steering-member", "eu-delegation", "officer", "manager", "auditor", "client"})
@Tag(name = "Attachments", description = "The letter, and what else belongs to a request")
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
public class AttachmentResource {

    /** 25 MiB. */
    static final long MAX = 25L * 1024 * 1024;

    private final Attaching attaching;
    private final Once once;

    AttachmentResource(Attaching attaching, Once once) {
        this.attaching = attaching;
        this.once = once;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listAttachments",
            summary = "List the attachments of a request",
            description = "All of them, in the order in which they were attached.")
    @APIResponse(responseCode = "200", description = "At most 50 attachments, on one page")
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Page<AttachmentView> list(@PathParam("idOrReference") String request) {
        return new Page<>(
                attaching.list(request).stream().map(AttachmentView::of).toList(), null);
    }

    @POST
    @Blocking
    @MaxBody(MAX)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"partner", "officer", "manager"})
    @Operation(
            operationId = "attachFile",
            summary = "Attach a file to a request",
            description =
                    "PDF, images (PNG, JPEG, TIFF) and office files (docx, xlsx, pptx, odt, ods, odp, doc, xls, ppt, rtf), told by their content, at most 25 MiB each.")
    @APIResponse(
            responseCode = "201",
            description = "Attached; Location is its content, ETag that of the request with it",
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "It has ended, or has 50 attachments")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "413", description = "The file is larger than 25 MiB")
    @APIResponse(responseCode = "415", description = "The file is of no kind that is taken")
    @APIResponse(responseCode = "422", description = "The name is missing, or no name of such a file")
    public Response attach(
            @PathParam("idOrReference") String request,
            @Parameter(
                            description = "The name of the file: letter.pdf",
                            required = true,
                            schema = @Schema(minLength = 1, maxLength = FileName.LONGEST))
                    @QueryParam("name")
                    @Nullable
                    String given,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                                            examples =
                                                    @ExampleObject(
                                                            name = "pdf",
                                                            summary = "How the file begins",
                                                            value = "%PDF-1.7")))
                    InputStream body)
            throws IOException {
        attaching.require(request);
        String name = FileName.of(given).value();
        try (Upload upload = Upload.of(body, name)) {
            return once.attach(new Arrival(request, ifMatch, attaching.bring(name, upload)));
        }
    }

    /** A file that has come in. As JSON, it is what makes another call the same one: its bytes. */
    record Arrival(String request, @Nullable String ifMatch, Attaching.Brought file) {

        @JsonValue
        String bytes() {
            return file.upload().sha256();
        }
    }

    /** The end of {@link #attach}, which alone is a transaction: before, a slow sender would hold it for minutes. */
    @ApplicationScoped
    static class Once {

        private final Attaching attaching;

        Once(Attaching attaching) {
            this.attaching = attaching;
        }

        @Idempotent(of = "attachFile")
        @Transactional
        Response attach(Arrival arrival) {
            Attaching.Attached attached = attaching.attach(arrival.request(), arrival.ifMatch(), arrival.file());
            Attachment attachment = attached.attachment();
            return ETags.created(
                    URI.create("/api/v1/requests/%s/attachments/%s/content"
                            .formatted(attached.to().id(), attachment.id())),
                    attached.to(),
                    AttachmentView.of(attachment));
        }
    }

    @GET
    @Blocking
    @Path("/{attachmentId}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "getAttachmentContent",
            summary = "Download an attachment",
            description = "To be saved, never to be shown in place; that it was read is in the audit trail.")
    @APIResponse(
            responseCode = "200",
            description = "Its bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples =
                                    @ExampleObject(name = "pdf", summary = "How the file begins", value = "%PDF-1.7")))
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    public Response content(@PathParam("idOrReference") String request, @PathParam("attachmentId") UUID id)
            throws IOException {
        Attachment attachment = attaching.find(request, id);
        java.nio.file.Path file = attaching.copy(attachment);
        attaching.noteReading(request);
        StreamingOutput bytes = out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
            }
        };
        return Response.ok(bytes, attachment.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, saved(attachment.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    @DELETE
    @Path("/{attachmentId}")
    @RolesAllowed({"partner", "officer", "manager"})
    @Operation(
            operationId = "removeAttachment",
            summary = "Take an attachment out of a draft",
            description = "What a request was handed in with stays with it.")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "Absent, or out of your sight")
    @APIResponse(responseCode = "409", description = "It is no draft any more")
    @APIResponse(responseCode = "412", description = "It was changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void remove(
            @PathParam("idOrReference") String request,
            @PathParam("attachmentId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        attaching.remove(request, ifMatch, id);
    }

    /** Under its own name, in any script (RFC 6266). */
    private static String saved(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
