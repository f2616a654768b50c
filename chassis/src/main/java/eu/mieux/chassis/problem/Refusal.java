package eu.mieux.chassis.problem;

import java.util.List;

/**
 * A named "no" of the domain. The class name is the problem's stable type: {@code RequestNotUnderReview} is
 * {@code urn:mieux:problem:request-not-under-review}. The detail is a sentence a person can act on.
 */
public abstract class Refusal extends RuntimeException {

    /** One thing that is wrong with one field of the body, by JSON pointer ({@code /authorities/0}). */
    public record FieldError(String pointer, String detail) {}

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

    public Kind kind() {
        return kind;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
