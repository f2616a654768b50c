package eu.mieux.implementation.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An Activity as a line of a list. */
@Schema(name = "ActivityListed")
record ActivityListed(
        UUID id,
        long version,
        String actionCode,
        int number,
        ActivityStatus status,
        String type,
        String title,
        @Nullable String modality,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String country,
        @Nullable String city,
        List<String> beneficiaryCountries,
        @Nullable Heads attendance) {

    static ActivityListed of(Activity activity) {
        ActivityRecord facts = activity.asRecord();
        return new ActivityListed(
                activity.id(),
                activity.version(),
                facts.key().actionCode(),
                facts.key().number(),
                facts.status(),
                facts.type(),
                facts.title(),
                facts.modality(),
                facts.startsOn(),
                facts.endsOn(),
                facts.country(),
                facts.city(),
                facts.beneficiaryCountries(),
                facts.attendance().orNothing());
    }
}
