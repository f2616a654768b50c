package eu.mieux.chassis.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation takes larger bodies than all others do ({@code mieux.http.max-body}). */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MaxBody {

    /** How many bytes at most. */
    long value();
}
