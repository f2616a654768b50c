package eu.mieux.chassis.problem;

import eu.mieux.chassis.text.Shortened;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A parameter of an address that cannot be read. What converts parameters does not say which of them failed, but its message
 * quotes the value.
 */
record ParameterFault(String name, String detail) {

    private static final int SHOWN = 40;
    private static final Pattern DAY = Pattern.compile("'\\d{4}-(0[1-9]|1[0-2])-([0-2]\\d|3[01])'");

    static ParameterFault of(Throwable cause, UriInfo uri) {
        String message = Objects.requireNonNullElse(cause.getMessage(), "");
        String right = switch (cause) {
            case NumberFormatException _ -> "Give a whole number of at most nine digits.";
            // It could be read as a date, were that what is wanted.
            case DateTimeException _ when DAY.matcher(message).find() -> "Give a time as 2026-03-02T09:30:00Z.";
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
        return "\"" + Shortened.to(SHOWN, values.getFirst()) + "\"";
    }
}
