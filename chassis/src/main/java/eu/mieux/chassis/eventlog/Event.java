package eu.mieux.chassis.eventlog;

import java.util.Locale;
import java.util.regex.Pattern;

/** Something that happened to an aggregate: a record named by a past participle ({@code RequestApproved}). */
public interface Event {

    /** The event's name on the wire: {@code RequestApproved} is {@code request-approved}. */
    default String type() {
        return Names.HUMP.matcher(getClass().getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** Keeps the pattern out of the interface's face. */
    final class Names {
        private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

        private Names() {}
    }
}
