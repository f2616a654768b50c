package eu.mieux.chassis.codelist;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.problem.Refusal.FieldError;
import eu.mieux.chassis.text.Shortened;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses what is no code where a query parameter takes codes: those of a list ({@link CodeOf}), or of an enum. */
class KnownCodes {

    private static final int SHOWN = 40;

    private final CodeLists lists;

    /** Of each method that answers, by parameter. */
    private final Map<Method, List<Codes>> known = new ConcurrentHashMap<>();

    /** What one parameter takes, and where that is written. */
    private record Codes(String parameter, Set<String> codes, String remedy) {

        @Nullable
        FieldError fault(@Nullable String given) {
            return given == null || codes.contains(given)
                    ? null
                    : new FieldError(
                            "/" + parameter, "\"%s\" is none; %s.".formatted(Shortened.to(SHOWN, given), remedy));
        }
    }

    KnownCodes(CodeLists lists) {
        this.lists = lists;
    }

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        List<FieldError> errors = known.computeIfAbsent(method, this::of).stream()
                .flatMap(codes -> given(request, codes).map(codes::fault))
                .filter(Objects::nonNull)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidFields(errors);
        }
    }

    private static Stream<String> given(ContainerRequestContext request, Codes codes) {
        return request.getUriInfo().getQueryParameters().getOrDefault(codes.parameter(), List.of()).stream();
    }

    private List<Codes> of(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
                .flatMap(this::of)
                .toList();
    }

    private Stream<Codes> of(Parameter parameter) {
        String name = parameter.getAnnotation(QueryParam.class).value();
        CodeOf list = parameter.getAnnotation(CodeOf.class);
        Object[] constants = parameter.getType().getEnumConstants();
        Set<String> constantNames = constants == null
                ? Set.of()
                : Arrays.stream(constants).map(String::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
        if (list == null) {
            return constants == null
                    ? Stream.empty()
                    : Stream.of(new Codes(name, constantNames, "give one of " + String.join(", ", constantNames)));
        }
        // Where code knows the codes, it takes those that it knows.
        Set<String> codes = constants != null
                ? constantNames
                : Arrays.stream(list.value())
                        .flatMap(one -> lists.list(one).codes().stream())
                        .collect(Collectors.toSet());
        String where = Arrays.stream(list.value())
                .map(one -> "/api/v1/code-lists/" + one)
                .collect(Collectors.joining(" or "));
        return Stream.of(new Codes(name, codes, "give a code of " + where));
    }
}
