package eu.mieux.chassis.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that will go. Its answers say so ({@code Deprecation}, RFC 9745; {@code Sunset}, RFC 8594), and so does the API
 * document, where {@link Deprecated} stands beside this.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Sunset {

    /** The day from which it should not be used any more, as {@code 2027-01-31}. */
    String since();

    /** The last day on which it answers. */
    String on();

    /** Where it is told what to use instead: an address, or a path below the gateway. */
    String see();
}
