package eu.mieux.implementation.carbon;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A carbon offset as a client sees it.
 *
 * @param standard by which the certificate was issued
 * @param project what it pays for
 * @param tonnesCo2e tonnes of carbon dioxide equivalent, a decimal number
 */
@Schema(name = "CarbonOffset")
record CarbonOffsetView(
        UUID id,
        long version,
        String key,
        int year,
        @Nullable String standard,
        @Nullable String project,
        String tonnesCo2e,
        @Nullable String provenance) {

    static CarbonOffsetView of(CarbonOffset offset) {
        CarbonOffsetState state = offset.publicState();
        return new CarbonOffsetView(
                state.id(),
                offset.version(),
                state.key(),
                state.year(),
                state.standard(),
                state.project(),
                state.tonnesCo2e(),
                state.provenance());
    }
}
