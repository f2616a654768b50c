package eu.mieux.knowledge.webhook;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The answers that all that is done to a webhook has in common, for the API document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@APIResponse(responseCode = "401", description = "No valid bearer token")
@APIResponse(responseCode = "403", description = "Your role does not allow this")
@APIResponse(responseCode = "404", description = "Absent, or not yours")
@APIResponse(responseCode = "412", description = "It was changed since it was read")
@interface WebhookAct {}
