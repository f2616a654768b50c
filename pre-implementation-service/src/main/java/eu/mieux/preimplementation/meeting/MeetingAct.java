package eu.mieux.preimplementation.meeting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The answers that all acts on a meeting have in common, for the API document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@APIResponse(
        responseCode = "200",
        description = "The meeting after the act",
        content = @Content(schema = @Schema(implementation = MeetingView.class)))
@APIResponse(responseCode = "404", description = "Absent, or out of your sight")
@APIResponse(responseCode = "409", description = "Its status does not allow this step")
@APIResponse(responseCode = "412", description = "It was changed since it was read")
@interface MeetingAct {}
