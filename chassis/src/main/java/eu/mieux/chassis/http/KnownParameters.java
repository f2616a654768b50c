package eu.mieux.chassis.http;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A query parameter that an operation does not have is refused, and so are a second value of one that takes one, and an empty
 * one: {@code ?dryRun=} is a script whose variable is empty. Passed over in silence, a mistyped {@code dryRun} would import in
 * earnest, and a mistyped filter would list everything.
 */
class KnownParameters {

    private static final String CURSOR = "cursor";

    private final FieldNames fields;

    /** Of each method that answers: its query parameters, and whether they take several values. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    KnownParameters(FieldNames fields) {
        this.fields = fields;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        Map<String, Boolean> parameters = known.computeIfAbsent(method, this::of);
        List<Refusal.FieldError> errors = request.getUriInfo().getQueryParameters().entrySet().stream()
                .flatMap(given -> fault(given.getKey(), given.getValue(), parameters).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw new UnknownParameter(errors);
        }
    }

    private static Optional<Refusal.FieldError> fault(
            String name, List<String> values, Map<String, Boolean> parameters) {
        if (!parameters.containsKey(name)) {
            return fault(
                    name,
                    parameters.isEmpty()
                            ? "This operation has no parameters."
                            : "This operation has no such parameter; it has %s."
                                    .formatted(String.join(", ", parameters.keySet())));
        }
        if (values.size() > 1 && !parameters.getOrDefault(name, false)) {
            return fault(name, "Give it once.");
        }
        // With an empty cursor a list is read from its start: so loops begin that go on with "next".
        return values.contains("") && !name.equals(CURSOR)
                ? fault(name, "Give it a value, or leave it out.")
                : Optional.empty();
    }

    private static Optional<Refusal.FieldError> fault(String name, String detail) {
        return Optional.of(new Refusal.FieldError("/" + name, detail));
    }

    private Map<String, Boolean> of(Method method) {
        Map<String, Boolean> names = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            Arrays.stream(parameter.getAnnotationsByType(QueryParam.class))
                    .forEach(query -> names.put(query.value(), Collection.class.isAssignableFrom(parameter.getType())));
        }
        if (!fields.of(method).isEmpty()) {
            names.put(SelectedFields.PARAMETER, false);
        }
        return names;
    }

    static final class UnknownParameter extends Refusal {
        UnknownParameter(List<FieldError> errors) {
            super(
                    Kind.MALFORMED,
                    errors.getFirst().pointer().substring(1) + ": "
                            + errors.getFirst().detail(),
                    errors);
        }
    }
}
