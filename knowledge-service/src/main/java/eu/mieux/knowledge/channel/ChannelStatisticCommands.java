package eu.mieux.knowledge.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers send about channel statistics. */
final class ChannelStatisticCommands {

    private static final String A_DECIMAL = "Give the value as a decimal number of zero or more in a string, "
            + "without a sign or leading zeros: \"3750\" or \"12.5\".";

    private ChannelStatisticCommands() {}

    /**
     * A new statistic.
     *
     * @param channel a code of its list
     * @param metric a code of its list
     * @param value as a decimal string
     */
    @Schema(name = "RecordChannelStatistic")
    record Measurement(
            @NotNull(message = "Give the year.")
            @Min(value = 1900, message = "From 1900 on.")
            @Max(value = 2200, message = "Up to 2200.")
            Integer year,

            @NotNull(message = "Name the channel.") String channel,
            @NotNull(message = "Name the metric.") String metric,

            @Schema(examples = "1500.50")
            @NotNull(message = A_DECIMAL)
            @Pattern(regexp = DecimalText.FORM, message = A_DECIMAL)
            String value) {

        ChannelStatistic.Subject subject() {
            return new ChannelStatistic.Subject(year, channel, metric);
        }
    }

    /** A corrected value. */
    @Schema(name = "AmendChannelStatistic")
    record Amend(
            @Schema(examples = "1500.50")
            @NotNull(message = A_DECIMAL)
            @Pattern(regexp = DecimalText.FORM, message = A_DECIMAL)
            String value) {}
}
