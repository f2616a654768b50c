package eu.mieux.implementation.activity;

import org.jspecify.annotations.Nullable;

/**
 * An Activity as an Action Fiche foresees it.
 *
 * @param month {@code YYYY-MM}
 * @param days how long it should take
 */
public record ForeseenActivity(
        int number,
        String type,
        String title,
        String modality,
        @Nullable String month,
        @Nullable Integer days,
        @Nullable String country,
        @Nullable String city) {}
