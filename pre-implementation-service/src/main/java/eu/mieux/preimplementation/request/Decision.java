package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.signature.Signature;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who decided on a request, when and why.
 *
 * @param by null where nobody knows: of what a portfolio brought in, and of what its authority took back
 * @param byName what she is called; null where her token did not say
 */
record Decision(
        @Nullable String by,
        @Nullable String byName,
        LocalDate on,
        @Nullable String note) {

    static Decision of(Signature by, LocalDate on, @Nullable String note) {
        return new Decision(by.subject(), by.name(), on, note);
    }
}
