package eu.mieux.preimplementation.clock;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How fast the Actions that were launched in a year had been.
 *
 * @param launched whose request is known, with its day of submission
 * @param withinThreeMonths of them, those launched by the day on which that was due, holds added
 * @param share percent of them, with one decimal, rounded half up
 * @param histogram by days used, those on hold aside
 */
@Schema(name = "LaunchYear")
public record LaunchYear(
        int year,
        int launched,
        int withinThreeMonths,

        @Schema(description = "Percent, one decimal, rounded half up", examples = "87.5")
        String share,

        List<Bar> histogram) {

    /**
     * A bar of the histogram.
     *
     * @param from the fewest days
     * @param until the most days; null for the last bar, which has no end
     */
    @Schema(name = "LaunchYearBar")
    public record Bar(int from, @Nullable Integer until, int launched) {}
}
