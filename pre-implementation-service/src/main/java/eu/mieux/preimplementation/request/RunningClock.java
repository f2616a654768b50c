package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.clock.FastResponseClock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request whose clock has not stopped. */
@Schema(name = "RunningClock")
record RunningClock(UUID requestId, String reference, String title, List<String> countries, FastResponseClock clock) {

    static RunningClock of(Request request, FastResponseClock clock) {
        return new RunningClock(request.id(), request.name(), request.draft().title(), request.countries(), clock);
    }
}
