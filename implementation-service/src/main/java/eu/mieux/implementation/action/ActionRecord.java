package eu.mieux.implementation.action;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An Action as a portfolio's row states it. */
record ActionRecord(
        String code,
        String name,
        @Nullable String objective,
        String region,
        List<String> countries,
        @Nullable String regionalOrganisation,
        @Nullable String pillar,
        List<String> themes,
        @Nullable String officer,
        @Nullable LocalDate launchedOn,
        @Nullable LocalDate completedOn,
        ActionStatus status,
        @Nullable String provenance) {

    /** An Action's code is the reference of its request. */
    static final Pattern CODE = Pattern.compile("\\d{4}-\\d{2,6}");
}
