package eu.mieux.chassis.problem;

import eu.mieux.chassis.text.Shortened;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an address that cannot be read. What converts parameters does not say which of them failed, but its message
 * quotes the value.
 */
record ParameterFault(String name, String detail) {

    private static final int SHOWN = 40;

    /** @param operation that the parameter is of; null where nobody knows */
    static ParameterFault of(Throwable cause, UriInfo uri, @Nullable Method operation) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        return Stream.of(uri.getPathParameters(), uri.getQueryParameters())
                .map(MultivaluedMap::entrySet)
                .flatMap(parameters -> parameters.stream())
                .filter(parameter -> isQuoted(parameter, message))
                .findFirst()
                .map(parameter -> new ParameterFault(
                        parameter.getKey(),
                        quoted(parameter.getValue()) + " cannot be read. "
                                + remedy(cause, wanted(operation, parameter.getKey()))))
                .orElseGet(() -> new ParameterFault("", "A parameter cannot be read. " + remedy(cause, null)));
    }

    /** @param wanted what the value is to be; null where nobody knows */
    private static String remedy(Throwable cause, @Nullable Class<?> wanted) {
        return switch (cause) {
            case NumberFormatException _ -> "Give a whole number of at most nine digits.";
            case DateTimeException _ when wanted == LocalDate.class -> "Write a day as YYYY-MM-DD.";
            case DateTimeException _ when wanted == Instant.class -> "Give a time as 2026-03-02T09:30:00Z.";
            case DateTimeException _ -> "Give a date as 2026-03-02, a time as 2026-03-02T09:30:00Z.";
            default -> "Give a value of this parameter's form.";
        };
    }

    private static @Nullable Class<?> wanted(@Nullable Method operation, String name) {
        return operation == null
                ? null
                : Arrays.stream(operation.getParameters())
                        .filter(parameter -> isCalled(parameter, name))
                        .findFirst()
                        .<Class<?>>map(Parameter::getType)
                        .orElse(null);
    }

    private static boolean isCalled(Parameter parameter, String name) {
        QueryParam inQuery = parameter.getAnnotation(QueryParam.class);
        PathParam inPath = parameter.getAnnotation(PathParam.class);
        return (inQuery != null && inQuery.value().equals(name))
                || (inPath != null && inPath.value().equals(name));
    }

    private static boolean isQuoted(Map.Entry<String, List<String>> parameter, String message) {
        return parameter.getValue().stream()
                .anyMatch(value -> message.contains('"' + value + '"')
                        || message.contains("'" + value + "'")
                        || message.endsWith(value));
    }

    private static String quoted(List<String> values) {
        return "\"" + Shortened.to(SHOWN, values.getFirst()) + "\"";
    }
}
