package eu.mieux.monitoring.report;

import eu.mieux.monitoring.figure.FigureValue;
import java.time.Instant;
import java.util.List;

/**
 * A report as it was published. It never changes; what is learnt later is shown beside it.
 *
 * @param year of the report
 * @param publishedAt when it was published; its figures are those known then
 * @param figures as published
 */
public record PublishedReport(int year, Instant publishedAt, List<FigureValue> figures) {

    /** The same with one figure, or none when it was not in it. */
    PublishedReport only(String id) {
        return new PublishedReport(
                year,
                publishedAt,
                figures.stream().filter(figure -> figure.id().equals(id)).toList());
    }
}
