package eu.mieux.expert.deployment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * As what, when and for how long an expert is deployed; null is unknown.
 *
 * @param role code of the list {@code deployment-roles}
 * @param startsOn first day, travel included
 * @param endsOn last day, travel included
 * @param days working days
 */
record Terms(
        @Nullable String role,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer days) {}
