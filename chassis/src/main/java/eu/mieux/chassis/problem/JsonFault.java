package eu.mieux.chassis.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import eu.mieux.chassis.text.Shortened;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a JSON body, in words for whoever sent it: the field, what stands there, what would be right. Jackson's
 * own messages speak of our classes.
 *
 * @param pointer the field at fault (JSON pointer), empty for the body as a whole
 * @param detail what is wrong, and what would be right
 * @param place where in the body, empty when that is not known
 */
record JsonFault(String pointer, String detail, String place) {

    private static final int SHOWN = 40;
    private static final Set<Class<?>> SMALL = Set.of(int.class, Integer.class, short.class, Short.class);
    private static final Set<Class<?>> LARGE = Set.of(long.class, Long.class);
    private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);

    static JsonFault of(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return new JsonFault(
                pointer(e),
                detail(e),
                at == null ? "" : "line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
    }

    private static String detail(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case UnfitValue unfit -> unfit.getOriginalMessage();
            case MismatchedInputException trailing
            when trailing.getOriginalMessage().startsWith("Trailing token") ->
                "More follows after the end of the JSON; send one value and no more.";
            case MismatchedInputException other -> mismatch(other.getTargetType(), found(other));
            case InputCoercionException other -> mismatch(other.getTargetType(), found(other.getProcessor()));
            case JsonEOFException _ -> "The JSON ends before it is complete.";
            case StreamConstraintsException _ ->
                "The JSON is nested too deeply, or a number or a name in it is too long.";
            case JsonMappingException mapping
            when mapping.getCause() instanceof JsonProcessingException cause -> detail(cause);
            default -> "This is not JSON: " + firstLine(e.getOriginalMessage());
        };
    }

    private static String unknown(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return "There is no field \"%s\"; known are %s."
                .formatted(
                        cut(e.getPropertyName()),
                        known == null
                                ? "none"
                                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
    }

    private static String mismatch(@Nullable Class<?> target, String found) {
        return "This takes %s, not %s.".formatted(right(target), found);
    }

    /** What would be right. */
    private static String right(@Nullable Class<?> target) {
        if (target == null) {
            return "a value of another kind";
        } else if (target == String.class) {
            return "text in double quotes";
        } else if (SMALL.contains(target)) {
            return "a whole number of at most nine digits, without quotes";
        } else if (LARGE.contains(target)) {
            return "a whole number of at most 18 digits, without quotes";
        } else if (target == BigDecimal.class) {
            return "a decimal number as text, such as \"12.50\"";
        } else if (Number.class.isAssignableFrom(target) || (target.isPrimitive() && !TRUTH.contains(target))) {
            return "a number, without quotes";
        } else if (TRUTH.contains(target)) {
            return "true or false, without quotes";
        } else if (target == LocalDate.class) {
            return "a day of the calendar as \"YYYY-MM-DD\"";
        } else if (target == Instant.class) {
            return "a time in UTC, such as \"2024-05-31T12:00:00Z\"";
        } else if (target == UUID.class) {
            return "an id (UUID) as text";
        } else if (target.isEnum()) {
            return "one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(constant -> "\"" + ((Enum<?>) constant).name() + "\"")
                            .collect(Collectors.joining(", "));
        } else if (Collection.class.isAssignableFrom(target) || target.isArray()) {
            return "a list in square brackets";
        }
        return "an object in braces";
    }

    private static String found(MismatchedInputException e) {
        if (e instanceof InvalidFormatException format && format.getValue() instanceof String text) {
            return "\"" + cut(text) + "\"";
        }
        return e.getProcessor() instanceof JsonParser parser ? found(parser) : "this";
    }

    private static String found(@Nullable JsonParser parser) {
        JsonToken token = parser == null ? null : parser.currentToken();
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "this number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case END_OBJECT -> "nothing";
            case null, default -> "this";
        };
    }

    private static String pointer(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream().map(JsonFault::step).collect(Collectors.joining());
        }
        if (e instanceof StreamReadException read && read.getProcessor() != null) {
            return read.getProcessor().getParsingContext().pathAsPointer().toString();
        }
        return "";
    }

    /** Escaped as RFC 6901 wants it. */
    private static String step(JsonMappingException.Reference step) {
        return "/"
                + (step.getFieldName() == null
                        ? step.getIndex()
                        : cut(step.getFieldName()).replace("~", "~0").replace("/", "~1"));
    }

    private static String cut(String text) {
        return Shortened.to(SHOWN, text);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
