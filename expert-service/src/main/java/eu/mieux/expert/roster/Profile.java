package eu.mieux.expert.roster;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an expert besides her key and her contact; null is unknown.
 *
 * @param givenName in any script
 * @param familyName in any script
 * @param gender one of the code list
 * @param nationality ISO 3166-1 alpha-2
 * @param standing category and background as of now
 * @param institution where she works
 * @param languages with levels, {@code fr:C1}
 * @param themes those of the code list
 * @param registeredOn since when she is on the roster; null where a portfolio does not know
 * @param provenance where a portfolio's row comes from; null for what was recorded in the suite
 */
record Profile(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String gender,
        @Nullable String nationality,
        Standing standing,
        @Nullable String institution,
        List<String> languages,
        List<String> themes,
        @Nullable LocalDate registeredOn,
        @Nullable String provenance) {}
