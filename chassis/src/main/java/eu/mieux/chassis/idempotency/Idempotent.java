package eu.mieux.chassis.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that can be repeated safely: whoever sends an {@code Idempotency-Key} and does not hear the answer sends the same call
 * again. It takes effect once, and is answered the same each time ({@link AnsweringOnce}). Needs {@code @Transactional} beside it.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    String HEADER = "Idempotency-Key";

    /**
     * The {@code operationId} of the operation that this is the end of, where that begins before its transaction does; none where
     * the method is the operation itself.
     */
    @Nonbinding
    String of() default "";
}
