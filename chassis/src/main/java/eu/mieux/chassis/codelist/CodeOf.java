package eu.mieux.chassis.codelist;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A query parameter that takes the codes of these lists. Anything else is refused: a list that is empty because of a mistyped
 * code looks like one that has nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface CodeOf {

    /** Names of lists, as {@code countries}. */
    String[] value();
}
