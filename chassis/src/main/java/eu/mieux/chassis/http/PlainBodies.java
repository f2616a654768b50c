package eu.mieux.chassis.http;

import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Bodies are taken as they are, and JSON in UTF-8 (RFC 8259, section 8.1). One that says it is packed, or written otherwise, would be
 * misread. Whether a CSV file is UTF-8 is seen when it is read, whatever its sender says.
 */
class PlainBodies {

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new PackedBody(coding);
        }
        String charset = charset(request);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw new ForeignCharset(charset);
        }
    }

    /** Of JSON; none of a type that cannot be read, which nothing takes. */
    private static @Nullable String charset(ContainerRequestContext request) {
        try {
            MediaType type = request.getMediaType();
            return type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                    ? null
                    : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static final class PackedBody extends Refusal {
        PackedBody(String coding) {
            super(
                    Kind.UNSUPPORTED,
                    "The body says it is packed (Content-Encoding: %s); send it as it is.".formatted(coding));
        }
    }

    static final class ForeignCharset extends Refusal {
        ForeignCharset(String charset) {
            super(Kind.UNSUPPORTED, "The body says it is written in %s; send it in UTF-8.".formatted(charset));
        }
    }
}
