package eu.mieux.preimplementation.signature;

import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.text.Visible;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, kept with the act for those who see it. A name is data of a person: it goes into no event and no log.
 *
 * @param subject of her token
 * @param name what she is called when she does it; null where her token does not say
 */
public record Signature(String subject, @Nullable String name) {

    public static Signature of(Caller caller) {
        return new Signature(caller.subject(), caller.name().filter(Visible::in).orElse(null));
    }

    /** Without the name, since this is what logs would show. */
    @Override
    public String toString() {
        return subject;
    }
}
