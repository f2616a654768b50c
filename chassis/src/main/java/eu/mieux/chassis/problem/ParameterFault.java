package eu.mieux.chassis.problem;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A parameter of an address that cannot be read. What converts parameters does not say which of them failed, but its message
 * quotes the value.
 */
record ParameterFault(String name, String detail) {

    private static final int SHOWN = 40;

    static ParameterFault of(Throwable cause, UriInfo uri) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        String right = switch (cause) {
            case NumberFormatException _ -> "Give a whole number of at most nine digits.";
            case DateTimeException _ -> "Give a date as 2026-03-02, a time as 2026-03-02T09:30:00Z.";
            default -> "Give a value of this parameter's form.";
        };
        return Stream.of(uri.getPathParameters(), uri.getQueryParameters())
                .map(MultivaluedMap::entrySet)
                .flatMap(parameters -> parameters.stream())
                .filter(parameter -> isQuoted(parameter, message))
                .findFirst()
                .map(parameter -> new ParameterFault(
                        parameter.getKey(), quoted(parameter.getValue()) + " cannot be read. " + right))
                .orElseGet(() -> new ParameterFault("", "A parameter cannot be read. " + right));
    }

    private static boolean isQuoted(Map.Entry<String, List<String>> parameter, String message) {
        return parameter.getValue().stream()
                .anyMatch(value -> message.contains('"' + value + '"')
                        || message.contains("'" + value + "'")
                        || message.endsWith(value));
    }

    private static String quoted(List<String> values) {
        String value = values.getFirst();
        return "\"" + (value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…") + "\"";
    }
}
