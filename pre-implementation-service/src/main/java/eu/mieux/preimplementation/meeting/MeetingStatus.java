package eu.mieux.preimplementation.meeting;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a meeting stands. The table below is all that decides what is legal. */
@Schema(name = "MeetingStatus")
enum MeetingStatus {
    PLANNED,
    HELD,
    CANCELLED;

    private static final Map<MeetingStatus, Set<MeetingStatus>> NEXT =
            Map.of(PLANNED, Set.of(PLANNED, HELD, CANCELLED), HELD, Set.of(), CANCELLED, Set.of());

    /** Who plans it anew leaves it planned. */
    boolean mayBecome(MeetingStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
