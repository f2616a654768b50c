package eu.mieux.monitoring.report;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.time.Time;
import eu.mieux.monitoring.figure.Figure;
import eu.mieux.monitoring.figure.FigureRecords;
import eu.mieux.monitoring.figure.FigureRecords.Found;
import eu.mieux.monitoring.figure.FigureValue;
import eu.mieux.monitoring.figure.Figures;
import eu.mieux.monitoring.figure.LatestFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what a year's figures are, and were: as published, as known now, or as known at a time. */
@ApplicationScoped
public class Reporting {

    private final Figures figures;
    private final LatestFigures latest;
    private final FigureRecords records;
    private final PublishedReports published;
    private final ReportPolicy policy;
    private final AuditNotes notes;
    private final Clock clock;

    Reporting(
            Figures figures,
            LatestFigures latest,
            FigureRecords records,
            PublishedReports published,
            ReportPolicy policy,
            AuditNotes notes,
            Clock clock) {
        this.figures = figures;
        this.latest = latest;
        this.records = records;
        this.published = published;
        this.policy = policy;
        this.notes = notes;
        this.clock = clock;
    }

    /** Every figure of a year. */
    public Report report(int year, @Nullable String asOf) {
        Sought sought = seek(year, asOf);
        if (sought.asOf() != null) {
            return Report.provisional(year, sought.asOf(), figures.of(year, sought.asOf()));
        }
        PublishedReport report = sought.published();
        return report == null
                ? Report.provisional(year, Time.now(clock), latest.of(year))
                : Report.published(report, latest.of(year));
    }

    /** The same with a single figure, which is all that is computed. */
    Report report(int year, String id, @Nullable String asOf) {
        Sought sought = seek(year, asOf);
        Figure figure = figure(id);
        List<FigureValue> current = Stream.of(figures.of(figure, year, sought.readAsOf()))
                .filter(value -> value.value() != null || figures.catalogue().isAlwaysReported(figure))
                .toList();
        PublishedReport report = sought.published();
        Report found = report != null && sought.asOf() == null
                ? Report.published(report.only(id), current)
                : Report.provisional(year, sought.shownAsOf(Time.now(clock)), current);
        if (found.figures().isEmpty()) {
            throw new NotFound("figure", "%s of %d".formatted(id, year));
        }
        return found;
    }

    /**
     * Records behind a figure as the report shows it, known when it was published or known now, with one more than is shown where
     * there are more.
     */
    List<Found> records(int year, String id, @Nullable String asOf, FigureRecords.@Nullable Place after, int shown) {
        Sought sought = seek(year, asOf);
        Figure figure = figure(id);
        if (!figures.catalogue().isAlwaysReported(figure)) {
            report(year, id, asOf);
        }
        PublishedReport report = sought.asOf() == null ? sought.published() : null;
        if (report == null) {
            policy.checkSeesProvisionalRecordsOf(figure);
        }
        Instant knownAt = report == null ? sought.readAsOf() : report.publishedAt();
        List<Found> page = records.page(figure, year, knownAt, after, shown + 1);
        if (report == null) {
            noteExperts(page.stream().limit(shown));
        }
        List<String> withheld = policy.withheldOf(figure);
        page.forEach(record -> record.fields().remove(withheld));
        return page;
    }

    /** Of published reports there is nothing to note: their records are everybody's. */
    private void noteExperts(Stream<Found> shown) {
        notes.shown(
                "expert",
                "records behind a figure",
                shown.map(record -> record.fields().path("expertKey").asText()).filter(key -> !key.isEmpty()));
    }

    Figure figure(String id) {
        return figures.catalogue().find(id).orElseThrow(() -> new NotFound("figure", id));
    }

    /**
     * What a caller asks for, and may have.
     *
     * @param published the published report, if there is one
     * @param asOf the time that the caller named
     */
    private record Sought(
            @Nullable PublishedReport published, @Nullable Instant asOf) {

        Instant readAsOf() {
            return asOf == null ? Figures.LATEST : asOf;
        }

        Instant shownAsOf(Instant now) {
            return asOf == null ? now : asOf;
        }
    }

    private Sought seek(int year, @Nullable String asOf) {
        if (year < ReportedYears.FIRST || year > ReportedYears.LAST) {
            throw new NotFound("annual report of", year);
        }
        Optional<PublishedReport> report = published.find(year);
        if (report.isEmpty() || asOf != null) {
            policy.checkSeesProvisional();
        }
        return new Sought(report.orElse(null), asOf == null ? null : time(asOf));
    }

    private Instant time(String asOf) {
        Instant time;
        try {
            time = Instant.parse(asOf);
        } catch (DateTimeException e) {
            throw new ReportRefusals.NotATime(asOf);
        }
        if (time.isAfter(clock.instant())) {
            throw new ReportRefusals.TimeToCome(time);
        }
        return time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
    }
}
