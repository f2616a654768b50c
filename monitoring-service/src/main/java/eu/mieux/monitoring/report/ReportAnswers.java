package eu.mieux.monitoring.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The refusals that all questions about a report have in common, for the API document. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@APIResponse(responseCode = "400", description = "asOf or cursor cannot be read")
@APIResponse(responseCode = "401", description = "The report is provisional, and there is no valid bearer token")
@APIResponse(responseCode = "403", description = "The report is provisional, and your role does not see such")
@APIResponse(responseCode = "404", description = "There is no such year or figure")
@interface ReportAnswers {}
