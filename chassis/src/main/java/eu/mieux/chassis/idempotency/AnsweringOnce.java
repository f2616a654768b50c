package eu.mieux.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answer to a call with an {@code Idempotency-Key} in the transaction that the call runs in, so that effect and
 * answer are kept together or not at all. A call that was refused has had no effect, and nothing is kept of it. After
 * draft-ietf-httpapi-idempotency-key-header-07.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE) // Within the transaction, which Quarkus begins at PLATFORM_BEFORE + 200.
class AnsweringOnce {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]{0,253}[\\x21-\\x7E])?");

    private final KeptAnswers answers;
    private final Caller caller;
    private final ObjectMapper json;
    private final HttpHeaders headers;
    private final UriInfo uri;

    AnsweringOnce(KeptAnswers answers, Caller caller, ObjectMapper json, HttpHeaders headers, UriInfo uri) {
        this.answers = answers;
        this.caller = caller;
        this.json = json;
        this.headers = headers;
        this.uri = uri;
    }

    @AroundInvoke
    Object answer(InvocationContext call) throws Exception {
        String key = headers.getHeaderString(Idempotent.HEADER);
        if (key == null) {
            return call.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw new MalformedIdempotencyKey();
        }
        String subject = caller.subject();
        String name = SealedBody.nameOf(key);
        if (!answers.isFirst(subject, name)) {
            throw new CallUnderWay();
        }
        String fingerprint = fingerprint(call);
        Optional<KeptAnswer> kept = answers.find(subject, name);
        if (kept.isPresent()) {
            return again(kept.get(), fingerprint, subject, key);
        }
        Response answer = (Response) call.proceed();
        String body = body(answer);
        String sealed = body == null ? null : SealedBody.seal(body, subject, key);
        answers.keep(subject, name, KeptAnswer.of(fingerprint, answer, sealed));
        return answer;
    }

    private static Response again(KeptAnswer kept, String fingerprint, String subject, String key) {
        if (!kept.fingerprint().equals(fingerprint)) {
            throw new IdempotencyKeyReused();
        }
        String sealed = kept.body();
        return kept.response(sealed == null ? null : SealedBody.open(sealed, subject, key));
    }

    private @Nullable String body(Response answer) throws JsonProcessingException {
        return answer.hasEntity() ? json.writeValueAsString(answer.getEntity()) : null;
    }

    /** Of what is asked: where, and with which body. Another spelling of the same JSON is the same. */
    private String fingerprint(InvocationContext call) throws JsonProcessingException {
        StringBuilder asked = new StringBuilder(uri.getRequestUri().getRawPath());
        asked.append('?').append(uri.getRequestUri().getRawQuery());
        Object[] arguments = call.getParameters();
        Annotation[][] annotations = call.getMethod().getParameterAnnotations();
        for (int i = 0; i < arguments.length; i++) {
            if (isBody(annotations[i])) {
                asked.append('\n').append(json.writeValueAsString(arguments[i]));
            }
        }
        return sha256(asked.toString());
    }

    private static boolean isBody(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .noneMatch(annotation ->
                        annotation.annotationType().getPackageName().startsWith("jakarta.ws.rs"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static final class MalformedIdempotencyKey extends Refusal {
        MalformedIdempotencyKey() {
            super(
                    Kind.MALFORMED,
                    "The Idempotency-Key must be 1 to 255 printable ASCII characters, such as a new UUID for each call.");
        }
    }

    static final class CallUnderWay extends Refusal {
        CallUnderWay() {
            super(
                    Kind.UNDER_WAY,
                    "A call with this Idempotency-Key is under way; repeat it in a moment to hear its answer.");
        }
    }

    static final class IdempotencyKeyReused extends Refusal {
        IdempotencyKeyReused() {
            super(
                    Kind.RULE_BROKEN,
                    "This Idempotency-Key was used for another call, or with another body; use a new one for each call.");
        }
    }
}
