package eu.mieux.chassis.problem;

import java.util.ArrayList;
import java.util.List;

/** Fields of a command that break a rule: 422, each by JSON pointer. Collect them all with {@link Check}, then refuse once. */
public final class InvalidFields extends Refusal {

    public InvalidFields(List<FieldError> errors) {
        super(Kind.RULE_BROKEN, sentence(errors), errors);
    }

    public InvalidFields(String pointer, String detail) {
        this(List.of(new FieldError(pointer, detail)));
    }

    private static String sentence(List<FieldError> errors) {
        if (errors.size() > 1) {
            return errors.size() + " fields need attention; see errors.";
        }
        FieldError only = errors.getFirst();
        return only.pointer().isEmpty() ? only.detail() : only.pointer() + ": " + only.detail();
    }

    /** Collects what is wrong, so that a caller is told everything at once. */
    public static final class Check {
        private final List<FieldError> errors = new ArrayList<>();

        public Check that(boolean holds, String pointer, String otherwise) {
            if (!holds) {
                errors.add(new FieldError(pointer, otherwise));
            }
            return this;
        }

        /** What is wrong, in the order in which it was looked for. */
        public List<FieldError> errors() {
            return List.copyOf(errors);
        }

        public void orRefuse() {
            if (!errors.isEmpty()) {
                throw new InvalidFields(errors);
            }
        }
    }
}
