package eu.mieux.chassis.http;

import eu.mieux.chassis.eventlog.Versioned;
import eu.mieux.chassis.problem.Kind;
import eu.mieux.chassis.problem.Refusal;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record's version as an ETag. Compared by hand: nothing else stops a stale change reliably. */
public final class ETags {

    /** As {@link #tag} writes it. */
    private static final Pattern VERSION = Pattern.compile("\\s*\"([1-9]\\d{0,17})\"\\s*");

    /** A version as it stands in {@code version}, which is no ETag. */
    private static final Pattern UNQUOTED = Pattern.compile("\\s*\\d{1,18}\\s*");

    private ETags() {}

    /** For PUT, PATCH and DELETE: the caller must say which version she changes. */
    public static void require(@Nullable String ifMatch, Versioned record) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new IfMatchRequired(record);
        }
        honour(ifMatch, record);
    }

    /** For acts: the header is honoured when it is sent. */
    public static void honour(@Nullable String ifMatch, Versioned record) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        boolean matches = Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(quoted(record)));
        if (!matches) {
            throw stale(ifMatch, record);
        }
    }

    /**
     * For a record of which older versions are kept, so that a change to one of them can be merged: which one the caller had
     * read, the newest of those that she names. A {@code *} names none: whoever sends it would not be merged but overwrite.
     *
     * @throws IfMatchRequired when she names none
     * @throws StaleVersion when the record never had it
     */
    public static long lastRead(@Nullable String ifMatch, Versioned record) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new IfMatchRequired(record);
        }
        return Arrays.stream(ifMatch.split(","))
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(tag -> Long.parseLong(tag.group(1)))
                .filter(version -> version <= record.version())
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> stale(ifMatch, record));
    }

    public static Response ok(Versioned record, Object view) {
        return Response.ok(view).tag(tag(record)).build();
    }

    public static Response created(URI location, Versioned record, Object view) {
        return Response.created(location).tag(tag(record)).entity(view).build();
    }

    /** @param location where it is seen what comes of it */
    public static Response accepted(URI location, Versioned record, Object view) {
        return Response.accepted(view).location(location).tag(tag(record)).build();
    }

    private static EntityTag tag(Versioned record) {
        return new EntityTag(String.valueOf(record.version()));
    }

    private static String quoted(Versioned record) {
        return "\"" + record.version() + "\"";
    }

    private static StaleVersion stale(String ifMatch, Versioned record) {
        return UNQUOTED.matcher(ifMatch).matches()
                ? new StaleVersion("An ETag has its quotes: If-Match: \"%s\", not %1$s.".formatted(ifMatch.strip()))
                : new StaleVersion(
                        "You changed version %s, but this %s is now at \"%d\": read it again, then repeat your change."
                                .formatted(ifMatch, record.aggregateType(), record.version()));
    }

    static final class IfMatchRequired extends Refusal {
        IfMatchRequired(Versioned record) {
            super(
                    Kind.PRECONDITION_REQUIRED,
                    "Say which version you change: send If-Match with the ETag of your last read of this "
                            + record.aggregateType() + ".");
        }
    }

    static final class StaleVersion extends Refusal {
        StaleVersion(String detail) {
            super(Kind.STALE, detail);
        }
    }
}
