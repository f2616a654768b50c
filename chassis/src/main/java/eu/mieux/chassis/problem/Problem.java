package eu.mieux.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error as its caller sees it (RFC 9457, {@code application/problem+json}).
 *
 * @param type stable identifier of the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail a sentence a person can act on
 * @param instance the path that was asked
 * @param errors the fields at fault, by JSON pointer
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String instance, List<Refusal.FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
