package eu.mieux.chassis.http;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds every body but an import's to {@code mieux.http.max-body} bytes, and refuses paths that no record can have. */
@ApplicationScoped
class RequestLimits {

    private static final Pattern IMPORT = Pattern.compile("/?api/v1/portfolio/[^/]+/imports");

    private final long maxBody;

    RequestLimits(@ConfigProperty(name = "mieux.http.max-body") long maxBody) {
        this.maxBody = maxBody;
    }

    @ServerRequestFilter
    public void limit(ContainerRequestContext request, ResourceInfo resource) {
        String uri = request.getUriInfo().getRequestUri().toString().toLowerCase(Locale.ROOT);
        if (uri.contains("%00")) {
            throw new NulInAddress(request.getUriInfo().getQueryParameters().entrySet().stream()
                    .filter(given ->
                            given.getValue().stream().anyMatch(value -> value != null && value.indexOf('\0') >= 0))
                    .map(given -> new Refusal.FieldError(
                            "/" + given.getKey(), "The text contains the NUL character (%00); leave it out."))
                    .toList());
        }
        if (IMPORT.matcher(request.getUriInfo().getPath()).matches()) {
            return;
        }
        long most = most(resource);
        if (request.getLength() > most) {
            throw new BodyTooLarge(most);
        }
        request.setEntityStream(new Limited(request.getEntityStream(), most));
    }

    private long most(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        MaxBody own = method == null ? null : method.getAnnotation(MaxBody.class);
        return own == null ? maxBody : own.value();
    }

    private static final class Limited extends FilterInputStream {
        private final long max;
        private long left;

        Limited(InputStream in, long max) {
            super(in);
            this.max = max;
            this.left = max;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge(max);
            }
        }
    }

    static final class BodyTooLarge extends Refusal {
        BodyTooLarge(long max) {
            super(Kind.TOO_LARGE, "The body may have at most %d bytes.".formatted(max));
        }
    }

    static final class NulInAddress extends Refusal {
        NulInAddress(List<FieldError> errors) {
            super(Kind.MALFORMED, "The address contains %00, which no record has; leave it out.", errors);
        }
    }
}
