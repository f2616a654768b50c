package eu.mieux.monitoring.report;

import eu.mieux.monitoring.figure.FigureValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a year as one caller sees them.
 *
 * @param year of the report
 * @param publishedAt when it was published; null while it is provisional
 * @param asOf when the figures were known
 * @param figures by id, in the order of the catalogue
 * @param restated figures of which anything printed would be different today, for published reports: what they would be
 */
public record Report(
        int year,
        @Nullable Instant publishedAt,
        Instant asOf,
        Map<String, FigureValue> figures,
        Map<String, FigureValue> restated) {

    static Report provisional(int year, Instant asOf, List<FigureValue> figures) {
        return new Report(year, null, asOf, byId(figures), Map.of());
    }

    /** As published, with what is known today beside it where that differs. */
    static Report published(PublishedReport report, List<FigureValue> today) {
        Map<String, FigureValue> then = byId(report.figures());
        Map<String, FigureValue> now = byId(today);
        Map<String, FigureValue> figures = new LinkedHashMap<>();
        Map<String, FigureValue> restated = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>(then.keySet());
        ids.addAll(now.keySet());
        for (String id : ids) {
            FigureValue printed = then.getOrDefault(id, FigureValue.unknown(id));
            FigureValue current = now.getOrDefault(id, FigureValue.unknown(id));
            figures.put(id, printed);
            if (!printed.saysTheSameAs(current)) {
                restated.put(id, current);
            }
        }
        return new Report(report.year(), report.publishedAt(), report.publishedAt(), figures, restated);
    }

    public String status() {
        return publishedAt == null ? ReportListed.PROVISIONAL : ReportListed.PUBLISHED;
    }

    public Optional<FigureValue> figure(String id) {
        return Optional.ofNullable(figures.get(id));
    }

    private static Map<String, FigureValue> byId(List<FigureValue> figures) {
        return figures.stream()
                .collect(Collectors.toMap(
                        FigureValue::id, Function.identity(), (first, second) -> second, LinkedHashMap::new));
    }
}
