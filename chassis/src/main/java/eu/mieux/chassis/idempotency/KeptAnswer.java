package eu.mieux.chassis.idempotency;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a call was answered.
 *
 * @param fingerprint of what was asked
 * @param etag without its quotes
 * @param body sealed ({@link SealedBody})
 */
record KeptAnswer(
        String fingerprint,
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {

    static KeptAnswer of(String fingerprint, Response answer, @Nullable String body) {
        URI location = answer.getLocation();
        EntityTag etag = answer.getEntityTag();
        return new KeptAnswer(
                fingerprint,
                answer.getStatus(),
                location == null ? null : location.toString(),
                etag == null ? null : etag.getValue(),
                body);
    }

    /** @param opened the body as JSON */
    Response response(@Nullable String opened) {
        Response.ResponseBuilder answer = Response.status(status).header("Idempotency-Replayed", "true");
        if (location != null) {
            answer.location(URI.create(location));
        }
        if (etag != null) {
            answer.tag(etag);
        }
        if (opened != null) {
            answer.entity(opened).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        }
        return answer.build();
    }
}
