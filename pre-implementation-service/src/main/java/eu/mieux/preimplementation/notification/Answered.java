package eu.mieux.preimplementation.notification;

import eu.mieux.chassis.problem.Problem;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The answers that all links in mails have in common, for the API document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@APIResponse(
        responseCode = "200",
        description = "What the link does, or has done",
        content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MailLinkView.class)),
            @Content(
                    mediaType = MediaType.TEXT_HTML,
                    schema = @Schema(type = SchemaType.STRING, maxLength = Answered.LARGEST),
                    examples =
                            @ExampleObject(name = "html", summary = "How the page begins", value = "<!DOCTYPE html>"))
        })
@APIResponse(
        responseCode = "404",
        description = "The link is not valid, or no longer",
        content = {
            @Content(
                    mediaType = Problem.MEDIA_TYPE,
                    schema = @Schema(ref = "#/components/schemas/Problem"),
                    examples = @ExampleObject(name = "not-found", ref = "#/components/examples/not-found")),
            @Content(
                    mediaType = MediaType.TEXT_HTML,
                    schema = @Schema(type = SchemaType.STRING, maxLength = Answered.LARGEST),
                    examples =
                            @ExampleObject(name = "html", summary = "How the page begins", value = "<!DOCTYPE html>"))
        })
@interface Answered {
    int LARGEST = 10_000;
}
