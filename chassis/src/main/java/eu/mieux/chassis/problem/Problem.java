package eu.mieux.chassis.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * An error as its caller sees it (RFC 9457, {@code application/problem+json}).
 *
 * @param type stable identifier of the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail a sentence a person can act on
 * @param instance the path that was asked
 * @param errors the fields at fault, by JSON pointer
 * @param members what else it says, each by its name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Refusal.FieldError> errors,
        @JsonAnyGetter Map<String, Object> members) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final int UNSHOWABLE = 0xFFFD;

    public Problem {
        detail = showable(detail);
    }

    /** Callers are told what they sent, and may have sent what no JSON text of ours holds: NUL, or half a character. */
    static String showable(String text) {
        int[] shown = text.codePoints()
                .map(one -> one == 0 || Character.getType(one) == Character.SURROGATE ? UNSHOWABLE : one)
                .toArray();
        return new String(shown, 0, shown.length);
    }
}
