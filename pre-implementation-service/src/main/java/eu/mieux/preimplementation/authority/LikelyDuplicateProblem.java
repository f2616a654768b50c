package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.problem.Refusal.FieldError;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the contract shows {@link AuthorityRefusals.LikelyDuplicate}: a problem that says what to confirm.
 *
 * @param candidates authorities that may be the same, the likeliest first; only of a problem of the type
 *     {@code urn:mieux:problem:likely-duplicate}
 */
@Schema(name = "LikelyDuplicateProblem", description = "An error (RFC 9457) with the authorities that may be the same")
record LikelyDuplicateProblem(
        @Schema(format = "uri") String type,

        String title,
        int status,
        String detail,
        String instance,
        @Nullable List<FieldError> errors,

        @Schema(maxItems = 10) @Nullable List<LikelyDuplicates.Candidate> candidates) {}
