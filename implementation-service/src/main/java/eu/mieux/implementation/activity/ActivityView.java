package eu.mieux.implementation.activity;

import eu.mieux.implementation.step.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An Activity as a client sees it.
 *
 * @param plannedMonth {@code YYYY-MM}, as the Action Fiche foresaw
 * @param plannedDays how many days the Action Fiche foresaw
 * @param attendance null as long as nobody was counted
 * @param withoutExpert why it was delivered although no expert was deployed to it
 * @param steps what became of it when and why, as far as it was done here; the oldest first
 */
@Schema(name = "Activity")
record ActivityView(
        UUID id,
        long version,
        String actionCode,
        int number,
        ActivityStatus status,
        String type,
        String title,
        @Nullable String modality,
        @Nullable String plannedMonth,
        @Nullable Integer plannedDays,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String country,
        @Nullable String city,
        List<String> beneficiaryCountries,
        @Nullable Heads attendance,
        @Nullable String withoutExpert,
        List<Step> steps,
        @Nullable String provenance) {

    static ActivityView of(Activity activity) {
        ActivityRecord facts = activity.asRecord();
        return new ActivityView(
                activity.id(),
                activity.version(),
                facts.key().actionCode(),
                facts.key().number(),
                facts.status(),
                facts.type(),
                facts.title(),
                facts.modality(),
                activity.plannedMonth(),
                activity.plannedDays(),
                facts.startsOn(),
                facts.endsOn(),
                facts.country(),
                facts.city(),
                facts.beneficiaryCountries(),
                facts.attendance().orNothing(),
                activity.withoutExpert(),
                activity.steps(),
                facts.provenance());
    }
}
