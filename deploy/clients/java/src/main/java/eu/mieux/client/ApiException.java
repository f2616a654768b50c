package eu.mieux.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mieux.client.model.FieldError;
import eu.mieux.client.model.Problem;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call that was refused, or failed. Takes the place of the generated class, as the API says what is wrong (RFC 9457): the
 * message is a sentence that a person can act on.
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final String OURS = "urn:mieux:problem:";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final int code;
    private final transient HttpHeaders headers;
    private final transient @Nullable Problem problem;

    /** No answer came: the connection failed, or the answer could not be read. */
    public ApiException(Throwable cause) {
        super(cause);
        this.code = 0;
        this.headers = none();
        this.problem = null;
    }

    /** A mistake of the caller's, which was not sent. */
    public ApiException(int code, String message) {
        super(message);
        this.code = code;
        this.headers = none();
        this.problem = null;
    }

    /** An answer that is no success. */
    public ApiException(int code, String message, HttpHeaders headers, @Nullable String body) {
        this(code, message, headers, read(headers, body));
    }

    private ApiException(int code, String message, HttpHeaders headers, @Nullable Problem problem) {
        super(problem == null ? message : problem.getDetail());
        this.code = code;
        this.headers = headers;
        this.problem = problem;
    }

    /** The HTTP status; 0 when there was no answer. */
    public int getCode() {
        return code;
    }

    public HttpHeaders getResponseHeaders() {
        return headers;
    }

    /** What the API says; empty when there was no answer, or somebody between here and the gateway made it. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    /** What is stable about the problem, to decide by: {@code stale-version}; empty when there is none. */
    public String kind() {
        String type = problem == null ? "" : problem.getType().toString();
        return type.startsWith(OURS) ? type.substring(OURS.length()) : type;
    }

    /**
     * What is wrong with a field, or with something in it.
     *
     * @param pointer a JSON pointer: {@code /countries}
     */
    public Optional<String> about(String pointer) {
        List<FieldError> errors = problem == null || problem.getErrors() == null ? List.of() : problem.getErrors();
        String said = errors.stream()
                .filter(error ->
                        error.getPointer().equals(pointer) || error.getPointer().startsWith(pointer + "/"))
                .map(FieldError::getDetail)
                .collect(Collectors.joining(" "));
        return said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    /** After how long to try again, where that makes sense. */
    public Optional<Duration> retryAfter() {
        return headers.firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    private static HttpHeaders none() {
        return HttpHeaders.of(Map.of(), (name, value) -> true);
    }

    private static @Nullable Problem read(HttpHeaders headers, @Nullable String body) {
        String type = headers.firstValue("Content-Type").orElse("");
        if (body == null || !type.startsWith("application/problem+json")) {
            return null;
        }
        try {
            return JSON.readValue(body, Problem.class);
        } catch (JsonProcessingException e) {
            // It says that it is a problem and is none: the message has status and body for whoever looks into it.
            return null;
        }
    }
}
