package eu.mieux.chassis.testing.nonsense;

import eu.mieux.chassis.testing.ApiDocument;
import eu.mieux.chassis.testing.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether an answer is a proper one. */
final class Verdict {

    private static final JsonMapper JSON = new JsonMapper();

    /** Before any of our code has seen the call: an address or a head that is none. */
    private static final Set<Integer> OF_THE_SERVER = Set.of(400, 413, 414, 417, 431);

    /** A segment of nothing or of dots, written out or not. */
    private static final Pattern SHORTENED = Pattern.compile("(?i)/(\\.|%2e){0,2}(/|$)");

    private final ApiDocument document;

    Verdict(ApiDocument document) {
        this.document = document;
    }

    /** What is wrong, in words that are the same whenever the same thing is; null when nothing is. */
    @Nullable
    String fault(Call call, Wire.Reply reply) {
        String what = reply.status() >= 500 ? "is answered " + reply.status() : breach(call, reply);
        return what == null ? null : "%s %s %s".formatted(call.method(), place(call), what);
    }

    String place(Call call) {
        return operation(call).map(Operation::path).orElse("(no operation)");
    }

    /** None where the server is free to take the path for a shorter one. */
    private Optional<Operation> operation(Call call) {
        return SHORTENED.matcher(call.path()).find()
                ? Optional.empty()
                : document.operation(call.method(), call.path());
    }

    /** An answer in another form, such as a page for a browser. */
    private boolean isDocumented(Call call, Wire.Reply reply) {
        return operation(call)
                .flatMap(operation -> operation.answer(reply.status()))
                .flatMap(answer -> Operation.content(answer, reply.mediaType()))
                .isPresent();
    }

    private @Nullable String breach(Call call, Wire.Reply reply) {
        String type = String.valueOf(reply.mediaType());
        if (reply.status() >= 400 && !type.startsWith("application/problem+json") && !isDocumented(call, reply)) {
            return OF_THE_SERVER.contains(reply.status()) && reply.body().isEmpty()
                    ? null
                    : "is answered %d without a problem: %s".formatted(reply.status(), type);
        }
        JsonNode json = null;
        if (type.contains("json") && !reply.body().isEmpty()) {
            try {
                json = JSON.readTree(reply.body());
            } catch (JacksonException e) {
                return "is answered %d with what is no JSON".formatted(reply.status());
            }
        }
        boolean selected = call.query().stream().anyMatch(pair -> pair.name().equals("fields"));
        Optional<Operation> operation = operation(call);
        if (operation.isEmpty() || (selected && reply.status() == 200)) {
            return null;
        }
        List<String> objections = operation
                .get()
                .objections(new Operation.Answer(reply.status(), reply.headers(), reply.mediaType(), json));
        return objections.isEmpty()
                ? null
                : "is answered %d, which breaks its schema: %s".formatted(reply.status(), objections.getFirst());
    }
}
