package eu.mieux.chassis.problem;

/** There is no such record, or none in the caller's sight: both look the same. */
public final class NotFound extends Refusal {

    public NotFound(String what, Object key) {
        super(Kind.ABSENT, "There is no %s %s, or it is not in your sight.".formatted(what, key));
    }
}
