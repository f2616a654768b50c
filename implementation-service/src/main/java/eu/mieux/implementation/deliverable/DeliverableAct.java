package eu.mieux.implementation.deliverable;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The answers that all acts on a deliverable have in common, for the API document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@APIResponse(
        responseCode = "200",
        description = "The deliverable after the act",
        content = @Content(schema = @Schema(implementation = DeliverableView.class)))
@APIResponse(responseCode = "404", description = "Absent, or its Action is out of your sight")
@APIResponse(responseCode = "409", description = "Its status does not allow this step")
@APIResponse(responseCode = "412", description = "It was changed since it was read")
@APIResponse(responseCode = "422", description = "A field breaks a rule; errors name it")
@interface DeliverableAct {}
