package eu.mieux.implementation.travel;

import eu.mieux.implementation.activity.ActivityKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A travel leg as a portfolio's row states it. */
record TravelLegRecord(
        String key,
        TravellerKind travellerKind,
        String travellerKey,
        @Nullable String actionCode,
        @Nullable Integer activityNumber,
        @Nullable LocalDate departedOn,
        String fromIata,
        String toIata,
        String cabin,
        @Nullable String provenance) {

    /** The expert of the roster who travelled; null for a member of the team. */
    @Nullable
    String expertKey() {
        return travellerKind == TravellerKind.EXPERT ? travellerKey : null;
    }

    /** The Activity that it was for; null where that is not known. */
    @Nullable
    ActivityKey activity() {
        return actionCode == null || activityNumber == null ? null : new ActivityKey(actionCode, activityNumber);
    }
}
