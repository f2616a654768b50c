package eu.mieux.preimplementation.document;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The answers that all downloads of documents have in common, for the API document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@APIResponse(
        responseCode = "200",
        description = "The document",
        headers = {
            @Header(
                    name = "Content-Disposition",
                    description = "`attachment` with the file's name, as `2026-06-11-Steering-group-agenda.pdf`",
                    schema = @Schema(type = SchemaType.STRING)),
            @Header(
                    name = "Content-Language",
                    description = "The language of its headings and labels",
                    schema = @Schema(type = SchemaType.STRING))
        },
        content = {
            @Content(
                    mediaType = DocumentFormat.Types.PDF,
                    schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = Downloaded.LARGEST),
                    examples = @ExampleObject(name = "pdf", summary = "How the file begins", value = "%PDF-1.7")),
            @Content(
                    mediaType = DocumentFormat.Types.DOCX,
                    schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = Downloaded.LARGEST),
                    examples = @ExampleObject(name = "docx", summary = "How the file begins", value = "PK"))
        })
@APIResponse(responseCode = "422", description = "format is neither pdf nor docx")
@APIResponse(responseCode = "503", description = "Many documents are being written; try again after Retry-After")
@interface Downloaded {

    /** Of bytes; the largest fiche has a tenth of it. */
    int LARGEST = 16 * 1024 * 1024;
}
