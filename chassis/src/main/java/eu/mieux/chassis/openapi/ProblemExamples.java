package eu.mieux.chassis.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.problem.Problem;
import eu.mieux.chassis.problem.Refusal.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;

/**
 * What each kind of refusal looks like that any service can give. The shoe shop of {@code chassis-proof} provokes them and holds
 * the answers against these examples.
 */
final class ProblemExamples {

    private static final String TYPE = "urn:mieux:problem:";

    private static final List<Problem> ALL = List.of(
            problem(
                    400,
                    "Malformed body",
                    "/titel: There is no field \"titel\"; known are kind, title. (line 1, column 11)",
                    new FieldError("/titel", "There is no field \"titel\"; known are kind, title.")),
            problem(401, "Unauthorized", "This needs a bearer token of the facility's identity provider."),
            problem(403, "Forbidden", "Your role does not allow this."),
            problem(404, "Not found", "There is no record 2099-01, or it is not in your sight."),
            problem(
                    409,
                    "Call under way",
                    "A call with this Idempotency-Key is under way; repeat it in a moment to hear its answer."),
            problem(
                    412,
                    "Stale version",
                    "You changed version \"1\", but this record is now at \"2\": read it again, then repeat your change."),
            problem(413, "Body too large", "The body may have at most 1048576 bytes."),
            problem(
                    415,
                    "Unsupported media type",
                    "This media type is not accepted here; send application/json, or a file to import as text/csv."),
            problem(
                    422,
                    "Invalid fields",
                    "/limit: Ask for 1 to 200 items.",
                    new FieldError("/limit", "Ask for 1 to 200 items.")),
            problem(
                    428,
                    "If match required",
                    "Say which version you change: send If-Match with the ETag of your last read of this record."),
            problem(500, "Internal error", "Something went wrong here; it has been logged."),
            problem(503, "Busy", "The database is away or busy; try again soon."));

    private ProblemExamples() {}

    private static Problem problem(int status, String title, String detail, FieldError... errors) {
        String kind = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Problem(
                TYPE + kind, title, status, detail, "/api/v1/records/2099-01", Arrays.asList(errors), Map.of());
    }

    /** What the example of a status is called, if a service answers with it. */
    static Optional<String> name(String status) {
        return ALL.stream()
                .filter(problem -> String.valueOf(problem.status()).equals(status))
                .map(ProblemExamples::name)
                .findFirst();
    }

    private static String name(Problem problem) {
        return problem.type().substring(TYPE.length());
    }

    static void addTo(Components components) {
        ObjectMapper json = new ObjectMapper();
        ALL.forEach(problem -> components.addExample(
                name(problem),
                OASFactory.createExample().summary(problem.title()).value(json.convertValue(problem, Object.class))));
    }
}
