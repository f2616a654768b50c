package eu.mieux.implementation.activity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is planned for an Activity. It may have gaps until it is confirmed.
 *
 * @param type a code of the list {@code activity-types}
 * @param modality a code of the list {@code modalities}
 * @param startsOn its first day
 * @param endsOn its last day
 * @param country where it takes place, ISO 3166-1 alpha-2
 * @param beneficiaryCountries whom it benefits; when none is named, the countries of its Action
 */
@Schema(name = "ActivityPlan")
record ActivityPlan(
        @NotNull(message = "Say of what type the Activity is.")
        String type,

        @NotBlank(message = "Give the Activity a title.") @Size(max = 300, message = "At most 300 characters.")
        String title,

        @NotNull(message = "Say whether it is ON_SITE, REMOTE or HYBRID.")
        String modality,

        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String country,

        @Size(max = 200, message = "At most 200 characters.") @Nullable
        String city,

        @Size(max = 300, message = "At most 300 countries.") @Nullable
        List<String> beneficiaryCountries) {

    List<String> beneficiaries() {
        List<String> named = beneficiaryCountries;
        return named == null ? List.of() : named;
    }
}
