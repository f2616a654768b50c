package eu.mieux.expert.deployment;

import eu.mieux.expert.roster.Standing;
import org.jspecify.annotations.Nullable;

/** A deployment as a portfolio's row states it: this expert took part in this Activity. */
record DeploymentRecord(
        Engagement engagement,
        Terms terms,
        Standing standing,
        @Nullable String provenance) {}
