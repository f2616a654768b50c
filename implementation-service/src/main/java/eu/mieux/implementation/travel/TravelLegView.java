package eu.mieux.implementation.travel;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A travel leg as a client sees it.
 *
 * @param fromIata the airport of departure, an IATA code
 * @param toIata the airport of arrival
 * @param cabin the class of travel
 */
@Schema(name = "TravelLeg")
record TravelLegView(
        UUID id,
        long version,
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

    static TravelLegView of(TravelLeg leg) {
        TravelLegState state = leg.publicState();
        return new TravelLegView(
                state.id(),
                leg.version(),
                state.key(),
                state.travellerKind(),
                state.travellerKey(),
                state.actionCode(),
                state.activityNumber(),
                state.departedOn(),
                state.fromIata(),
                state.toIata(),
                state.cabin(),
                state.provenance());
    }
}
