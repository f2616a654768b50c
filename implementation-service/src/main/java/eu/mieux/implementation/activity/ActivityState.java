package eu.mieux.implementation.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other services may know of an Activity ({@code contract/publishes/activity.schema.json}). */
record ActivityState(
        UUID id,
        String actionCode,
        int number,
        String title,
        String type,
        @Nullable String modality,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String country,
        @Nullable String city,
        List<String> beneficiaryCountries,
        ActivityStatus status,
        @Nullable Integer participantsFemale,
        @Nullable Integer participantsMale,
        @Nullable Integer participantsOther,
        @Nullable String provenance) {

    static ActivityState of(UUID id, ActivityRecord facts) {
        return new ActivityState(
                id,
                facts.key().actionCode(),
                facts.key().number(),
                facts.title(),
                facts.type(),
                facts.modality(),
                facts.startsOn(),
                facts.endsOn(),
                facts.country(),
                facts.city(),
                facts.beneficiaryCountries(),
                facts.status(),
                facts.attendance().female(),
                facts.attendance().male(),
                facts.attendance().other(),
                facts.provenance());
    }
}
