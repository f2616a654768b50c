package eu.mieux.preimplementation.document;

import eu.mieux.preimplementation.content.ExpertProfile;
import eu.mieux.preimplementation.content.PlannedActivity;
import eu.mieux.preimplementation.content.Timeline;
import eu.mieux.preimplementation.document.Block.Bar;
import eu.mieux.preimplementation.document.Block.Span;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The planned Activities: what and where, when, and whom they need. */
final class Plan {

    /** More do not fit on a page side by side; the months stand in the table as well. */
    private static final int MOST_MONTHS = 24;

    private final List<PlannedActivity> activities;
    private final Words words;

    Plan(List<PlannedActivity> activities, Words words) {
        this.activities = activities.stream()
                .sorted(Comparator.comparing(PlannedActivity::number))
                .toList();
        this.words = words;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(table());
        timeline(blocks);
        List<Block> experts = experts();
        if (!experts.isEmpty()) {
            blocks.add(new Block.Heading(2, words.get("experts")));
            blocks.addAll(experts);
        }
        return blocks;
    }

    private List<Block> table() {
        TableRows rows = new TableRows()
                .number(words.get("number"), 6)
                .column(words.get("activity"), 40)
                .column(words.get("month"), 16)
                .number(words.get("days"), 8)
                .column(words.get("place"), 18)
                .column(words.get("modality"), 12);
        for (PlannedActivity activity : activities) {
            rows.row(
                    activity.number().toString(),
                    activity.title() + "\n" + words.label("activity-types", activity.type()),
                    Texts.capital(words.month(activity.plannedMonth()), words.language()),
                    text(activity.days()),
                    Stream.of(activity.city(), words.label("countries", activity.country()))
                            .filter(place -> place != null && !place.isEmpty())
                            .collect(Collectors.joining(", ")),
                    words.label("modalities", activity.modality()));
        }
        return rows.blocks();
    }

    private List<Block> experts() {
        TableRows rows = new TableRows()
                .number(words.get("number"), 6)
                .column(words.get("profile"), 52)
                .number(words.get("positions"), 12)
                .column(words.get("languages"), 20)
                .number(words.get("days"), 10);
        for (PlannedActivity activity : activities) {
            for (ExpertProfile expert : activity.needs()) {
                rows.row(
                        activity.number().toString(),
                        expert.profile(),
                        expert.positions().toString(),
                        expert.speaking().stream()
                                .map(language -> words.label("languages", language))
                                .collect(Collectors.joining(", ")),
                        text(expert.days()));
            }
        }
        return rows.blocks();
    }

    private void timeline(List<Block> blocks) {
        List<Timeline.Entry> planned = Timeline.of(activities).stream()
                .filter(entry -> entry.from() != null)
                .toList();
        if (planned.isEmpty()) {
            return;
        }
        YearMonth first = month(planned.getFirst().from());
        YearMonth last = planned.stream()
                .map(entry -> month(entry.until()))
                .max(Comparator.naturalOrder())
                .orElse(first);
        long length = ChronoUnit.MONTHS.between(first, last) + 1;
        if (length > MOST_MONTHS) {
            return;
        }
        List<YearMonth> months =
                IntStream.range(0, (int) length).mapToObj(first::plusMonths).toList();
        blocks.add(new Block.Heading(2, words.get("timeline")));
        blocks.add(new Block.Bars(
                years(months),
                months.stream()
                        .map(month -> String.valueOf(month.getMonthValue()))
                        .toList(),
                planned.stream().map(entry -> bar(entry, months)).toList()));
    }

    private static List<Span> years(List<YearMonth> months) {
        Map<Integer, Integer> years = new LinkedHashMap<>();
        months.forEach(month -> years.merge(month.getYear(), 1, Integer::sum));
        return years.entrySet().stream()
                .map(year -> new Span(year.getKey().toString(), year.getValue()))
                .toList();
    }

    private static Bar bar(Timeline.Entry entry, List<YearMonth> months) {
        YearMonth from = month(entry.from());
        YearMonth until = month(entry.until());
        return new Bar(
                Texts.line(entry.number() + ". " + entry.title()),
                months.stream()
                        .map(month -> !month.isBefore(from) && !month.isAfter(until))
                        .toList());
    }

    private static YearMonth month(@Nullable String month) {
        return YearMonth.parse(Objects.requireNonNull(month));
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
