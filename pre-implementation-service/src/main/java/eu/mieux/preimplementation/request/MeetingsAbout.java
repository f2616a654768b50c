package eu.mieux.preimplementation.request;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Meetings of the steering group, as the review of a request needs them. */
public interface MeetingsAbout {

    /** The day of the next one that has the request on its agenda; empty when none is planned. */
    Optional<LocalDate> next(UUID request);

    /** Whether one has been held about it since this day. */
    boolean hasBeenHeld(UUID request, LocalDate since);
}
