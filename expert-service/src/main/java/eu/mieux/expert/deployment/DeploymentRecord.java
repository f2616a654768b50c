package eu.mieux.expert.deployment;

import eu.mieux.expert.roster.Standing;
import org.jspecify.annotations.Nullable;

/** A deployment as a portfolio's row states it. Such a deployment is history: COMPLETED. */
record DeploymentRecord(
        Engagement engagement,
        Terms terms,
        Standing standing,
        @Nullable String provenance) {}
