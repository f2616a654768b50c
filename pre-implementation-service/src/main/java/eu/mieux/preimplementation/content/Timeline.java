package eu.mieux.preimplementation.content;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When which Activity is planned. */
public final class Timeline {

    /** Of a month; so that an Activity of thirty days is drawn over two. */
    private static final int WORKING_DAYS = 21;

    private Timeline() {}

    /**
     * An Activity on the timeline.
     *
     * @param from its month, {@code YYYY-MM}; null when none is planned yet
     * @param until the month in which its working days end, with 21 to a month
     */
    @Schema(name = "TimelineEntry")
    public record Entry(
            int number,
            String title,
            @Nullable String from,
            @Nullable String until) {}

    /** By month, then by number; those without a month come last. */
    public static List<Entry> of(List<PlannedActivity> activities) {
        return activities.stream()
                .map(Timeline::entry)
                .sorted(Comparator.comparing(Entry::from, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                        .thenComparingInt(Entry::number))
                .toList();
    }

    private static Entry entry(PlannedActivity activity) {
        String month = activity.plannedMonth();
        Integer days = activity.days();
        if (month == null) {
            return new Entry(activity.number(), activity.title(), null, null);
        }
        int further = days == null ? 0 : (days - 1) / WORKING_DAYS;
        return new Entry(
                activity.number(),
                activity.title(),
                month,
                YearMonth.parse(month).plusMonths(further).toString());
    }
}
