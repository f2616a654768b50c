package eu.mieux.chassis.eventlog;

import java.util.Locale;
import java.util.regex.Pattern;

/** Something that happened to an aggregate: a record named by a past participle ({@code RequestApproved}). */
public interface Event {

    /** The event's name on the wire: {@code RequestApproved} is {@code request-approved}. */
    default String type() {
        return typeOf(getClass().getSimpleName());
    }

    /** The name on the wire of the events of a class. */
    static String typeOf(String simpleName) {
        return Names.HUMP.matcher(simpleName).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** Keeps the pattern out of the interface's face. */
    final class Names {
        private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

        private Names() {}
    }
}
