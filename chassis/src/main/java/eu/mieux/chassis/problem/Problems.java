package eu.mieux.chassis.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpClosedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure into a {@link Problem}; nothing leaves a service in another shape. */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private static final int RETRY_SECONDS = 5;

    /** An attribute of the identity of somebody one of whose roles does not count: what is lacking for it. */
    public static final String LACKING = "lacking";

    private final UriInfo uri;
    private final SecurityIdentity caller;

    Problems(UriInfo uri, SecurityIdentity caller) {
        this.uri = uri;
        this.caller = caller;
    }

    @ServerExceptionMapper
    public Response refusal(Refusal refusal) {
        String words = HUMP.matcher(refusal.getClass().getSimpleName()).replaceAll(" ");
        int status = refusal.kind().status();
        String detail = String.valueOf(refusal.getMessage());
        Response answer =
                answer(problem(status, words, detail, refusal.errors()).with(refusal.extensions()));
        return switch (refusal.kind()) {
            case TOO_MANY, UNAVAILABLE, UNDER_WAY -> later(answer);
            default -> answer;
        };
    }

    @ServerExceptionMapper
    public Response unreadableJson(JsonProcessingException e) {
        // The limit of a body is found exceeded while it is read.
        Optional<Refusal> refusal = cause(e, Refusal.class);
        if (refusal.isPresent()) {
            return refusal(refusal.get());
        }
        if (!isOfTheCaller(e)) {
            return unexpected(e);
        }
        JsonFault fault = JsonFault.of(e);
        String field = fault.pointer().isEmpty() ? "" : fault.pointer() + ": ";
        String place = fault.place().isEmpty() ? "" : " (" + fault.place() + ")";
        return answer(
                400,
                "Malformed body",
                field + fault.detail() + place,
                List.of(new Refusal.FieldError(fault.pointer(), fault.detail())));
    }

    /** Quarkus has a mapper of its own for this one, which only a mapper of the same type replaces. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e) {
        return unreadableJson(e);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        if (e.getConstraintViolations().stream().anyMatch(Problems::isMissingBody)) {
            return refusal(new InvalidFields("", "The body is missing, or null."));
        }
        List<Refusal.FieldError> errors = e.getConstraintViolations().stream()
                .map(v -> new Refusal.FieldError(pointer(v), v.getMessage()))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return refusal(new InvalidFields(errors));
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException e) {
        return unauthorised("This needs a bearer token of the facility's identity provider.");
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException e) {
        return unauthorised("The bearer token is not valid: it may be expired, forged or meant for someone else.");
    }

    /** The identity provider cannot be reached, so that nobody's token can be checked. */
    @ServerExceptionMapper
    public Response noIdentityProvider(OIDCException e) {
        LOG.warnf("The identity provider is away: %s", e.getMessage());
        return later(answer(
                503, "Identity provider away", "Tokens cannot be checked at the moment; try again soon.", List.of()));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        String lacking = caller.<String>getAttribute(LACKING);
        return answer(403, "Forbidden", lacking == null ? "Your role does not allow this." : lacking, List.of());
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e, ResourceInfo operation, Request request) {
        // Quarkus REST wraps what went wrong while reading the body.
        Optional<JsonProcessingException> json =
                cause(e, JsonProcessingException.class).filter(Problems::isOfTheCaller);
        if (json.isPresent()) {
            return unreadableJson(json.get());
        }
        if (e instanceof NotFoundException && e.getCause() != null) {
            // JAX-RS calls a parameter that cannot be converted "not found"; its caller has merely mistyped it.
            ParameterFault fault = ParameterFault.of(e.getCause(), uri, operation.getResourceMethod());
            return answer(
                    400,
                    "Malformed parameter",
                    fault.name().isEmpty() ? fault.detail() : fault.name() + ": " + fault.detail(),
                    List.of(new Refusal.FieldError("/" + fault.name(), fault.detail())));
        }
        boolean isUnrouted = operation.getResourceMethod() == null;
        WebApplicationException meant = isUnrouted ? OfferedMethods.meant(e, request.getMethod(), uri.getPath()) : e;
        Response given = meant.getResponse();
        String title = Optional.ofNullable(Response.Status.fromStatusCode(given.getStatus()))
                .map(Response.Status::getReasonPhrase)
                .orElse("Refused");
        Response.ResponseBuilder answer = Response.fromResponse(given);
        if (meant instanceof NotAllowedException) {
            // Once: of the methods that JAX-RS says itself some may be missing.
            answer.header(HttpHeaders.ALLOW, null).header(HttpHeaders.ALLOW, OfferedMethods.at(uri.getPath()));
        }
        return answer.entity(problem(given.getStatus(), title, hint(given.getStatus(), meant), List.of()))
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        Optional<JsonProcessingException> json =
                cause(e, JsonProcessingException.class).filter(Problems::isOfTheCaller);
        if (json.isPresent()) {
            return unreadableJson(json.get());
        }
        Optional<Refusal> refusal = cause(e, Refusal.class);
        if (refusal.isPresent()) {
            return refusal(refusal.get());
        }
        Optional<Response> database = cause(e, SQLException.class).flatMap(this::ofDatabase);
        if (database.isPresent()) {
            LOG.infof("%s: %s", ShownPath.of(uri.getPath()), e.getMessage());
            return database.get();
        }
        if (cause(e, HttpClosedException.class).isPresent()
                || cause(e, ClosedChannelException.class).isPresent()) {
            LOG.debugf("%s: its caller has gone: %s", ShownPath.of(uri.getPath()), e.getMessage());
            return answer(400, "Broken off", "The body ended before it was complete.", List.of());
        }
        LOG.errorf(e, "Unexpected failure of %s", ShownPath.of(uri.getPath()));
        return answer(500, "Internal error", "Something went wrong here; it has been logged.", List.of());
    }

    /** JSON that cannot be written, or a class that cannot be read, is our own mistake. */
    private static boolean isOfTheCaller(JsonProcessingException e) {
        return !(e instanceof InvalidDefinitionException) && !(e.getProcessor() instanceof JsonGenerator);
    }

    private Optional<Response> ofDatabase(SQLException e) {
        return switch (DatabaseRefusal.of(e)) {
            case COLLISION ->
                Optional.of(answer(
                        409,
                        "Collision",
                        "Someone else did the same at the same moment; read again, then repeat.",
                        List.of()));
            case UNKEEPABLE ->
                Optional.of(answer(
                        422, "Unkeepable value", "A value is too large, or of a form that cannot be kept.", List.of()));
            case AWAY ->
                Optional.of(later(answer(503, "Busy", "The database is away or busy; try again soon.", List.of())));
            case FAULT -> Optional.empty();
        };
    }

    private static Response later(Response answer) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    private Response unauthorised(String detail) {
        return Response.fromResponse(answer(401, "Unauthorized", detail, List.of()))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private Response answer(int status, String title, String detail, List<Refusal.FieldError> errors) {
        return answer(problem(status, title, detail, errors));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    private Problem problem(int status, String title, String detail, List<Refusal.FieldError> errors) {
        String name = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        String words = title.substring(0, 1) + title.substring(1).toLowerCase(Locale.ROOT);
        return new Problem(
                "urn:mieux:problem:" + name,
                words,
                status,
                detail,
                uri.getRequestUri().getRawPath(),
                errors);
    }

    private static String hint(int status, WebApplicationException e) {
        return switch (status) {
            case 400 -> unreadable(firstLine(e.getMessage()));
            case 404 -> "There is nothing here.";
            case 405 -> "This method is not offered here; the header Allow says which are.";
            case 406 -> "None of the formats you accept is offered here.";
            case 413 -> "The body is larger than is accepted here.";
            case 415 ->
                "This media type is not accepted here; send application/json, a file to import as text/csv, a file to attach as application/octet-stream.";
            default -> firstLine(e.getMessage());
        };
    }

    /** Quarkus says of a Content-Type that is none nothing but the status. */
    private static String unreadable(String why) {
        return why.isEmpty() || why.startsWith("HTTP 400")
                ? "The request cannot be read: is one of its headers, Content-Type for instance, not of its form?"
                : "The request cannot be read: " + why;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }

    /** Resources declare their body {@code @NotNull}, and nothing else. */
    private static boolean isMissingBody(ConstraintViolation<?> violation) {
        Path.@Nullable Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        return last != null
                && last.getKind() == ElementKind.PARAMETER
                && violation.getConstraintDescriptor().getAnnotation() instanceof NotNull;
    }

    /** {@code submit.command.authorities[0].key} is {@code /authorities/0/key} to a caller. */
    private static String pointer(ConstraintViolation<?> violation) {
        String[] path = violation.getPropertyPath().toString().split("[.\\[\\]]+", -1);
        StringBuilder pointer = new StringBuilder();
        for (int i = 2; i < path.length; i++) {
            // What a list's elements are called among validators: <list element>.
            if (!path[i].isEmpty() && !path[i].startsWith("<")) {
                pointer.append('/').append(path[i]);
            }
        }
        return pointer.isEmpty() ? "/" + path[path.length - 1] : pointer.toString();
    }
}
