package eu.mieux.chassis.http;

import eu.mieux.chassis.eventlog.Aggregate;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record's version as an ETag. Compared by hand: nothing else stops a stale change reliably. */
public final class ETags {

    private ETags() {}

    /** For PUT, PATCH and DELETE: the caller must say which version she changes. */
    public static void require(@Nullable String ifMatch, Aggregate aggregate) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new IfMatchRequired(aggregate);
        }
        honour(ifMatch, aggregate);
    }

    /** For acts: the header is honoured when it is sent. */
    public static void honour(@Nullable String ifMatch, Aggregate aggregate) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(quoted(aggregate)));
        if (!matches) {
            throw new StaleVersion(ifMatch, aggregate);
        }
    }

    public static Response ok(Aggregate aggregate, Object view) {
        return Response.ok(view).tag(tag(aggregate)).build();
    }

    public static Response created(URI location, Aggregate aggregate, Object view) {
        return Response.created(location).tag(tag(aggregate)).entity(view).build();
    }

    private static EntityTag tag(Aggregate aggregate) {
        return new EntityTag(String.valueOf(aggregate.version()));
    }

    private static String quoted(Aggregate aggregate) {
        return "\"" + aggregate.version() + "\"";
    }

    static final class IfMatchRequired extends Refusal {
        IfMatchRequired(Aggregate aggregate) {
            super(
                    Kind.PRECONDITION_REQUIRED,
                    "Say which version you change: send If-Match with the ETag of your last read of this "
                            + aggregate.aggregateType() + ".");
        }
    }

    static final class StaleVersion extends Refusal {
        StaleVersion(String ifMatch, Aggregate aggregate) {
            super(
                    Kind.STALE,
                    "You changed version %s, but this %s is now at \"%d\": read it again, then repeat your change."
                            .formatted(ifMatch, aggregate.aggregateType(), aggregate.version()));
        }
    }
}
