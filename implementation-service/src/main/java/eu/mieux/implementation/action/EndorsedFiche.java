package eu.mieux.implementation.action;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an endorsed Action Fiche says of its Action. */
public record EndorsedFiche(
        String requestReference,
        String actionName,
        String region,
        List<String> countries,
        @Nullable String regionalOrganisation,
        String pillar,
        List<String> themes,
        @Nullable String objective,
        @Nullable String officer,
        List<String> authorityKeys) {}
