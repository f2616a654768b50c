package eu.mieux.knowledge.channel;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel statistic as clients see it.
 *
 * @param key {@code year:channel:metric}
 * @param value a decimal number, as it was written
 */
@Schema(name = "ChannelStatistic")
record ChannelStatisticView(
        UUID id,
        long version,
        String key,
        int year,
        String channel,
        String metric,
        String value,
        @Nullable String provenance) {

    static ChannelStatisticView of(ChannelStatistic statistic) {
        ChannelStatistic.ChannelStatisticState state = statistic.publicState();
        return new ChannelStatisticView(
                state.id(),
                statistic.version(),
                statistic.key(),
                state.year(),
                state.channel(),
                state.metric(),
                state.value(),
                state.provenance());
    }
}
