package eu.mieux.chassis.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A named "no" of the domain. The class name is the problem's stable type: {@code RequestNotUnderReview} is
 * {@code urn:mieux:problem:request-not-under-review}. The detail is a sentence a person can act on.
 */
public abstract class Refusal extends RuntimeException {

    /** One thing that is wrong with one field of the body, by JSON pointer ({@code /authorities/0}). */
    public record FieldError(String pointer, String detail) {
        public FieldError {
            pointer = Problem.showable(pointer);
            detail = Problem.showable(detail);
        }
    }

    private final transient Kind kind;
    private final transient List<FieldError> errors;

    protected Refusal(Kind kind, String detail) {
        this(kind, detail, List.of());
    }

    protected Refusal(Kind kind, String detail, List<FieldError> errors) {
        // A refusal is an answer, not a fault: nobody reads its stack trace.
        super(detail, null, false, false);
        this.kind = kind;
        this.errors = List.copyOf(errors);
    }

    /**
     * A step that does not go from where a record stands, in words.
     *
     * @param subject what it is about, as {@code Request 2017-03}
     * @param next where it could go instead
     */
    protected static String noSuchStep(String subject, Enum<?> from, Enum<?> to, Collection<? extends Enum<?>> next) {
        if (next.isEmpty()) {
            return "%s is %s, which is final.".formatted(subject, from);
        }
        String others = next.stream()
                .sorted(Comparator.comparingInt(Enum::ordinal))
                .map(Enum::name)
                .collect(Collectors.joining(" or "));
        return "%s is %s; from there it cannot become %s, only %s.".formatted(subject, from, to, others);
    }

    public Kind kind() {
        return kind;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** What else the problem says, by name (RFC 9457, 3.2): what a caller needs to go on, beside the fields at fault. */
    public Map<String, Object> members() {
        return Map.of();
    }
}
