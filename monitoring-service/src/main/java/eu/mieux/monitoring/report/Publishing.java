package eu.mieux.monitoring.report;

import eu.mieux.chassis.audit.AuditNotes;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.inbox.Inbox;
import eu.mieux.chassis.problem.NotFound;
import eu.mieux.chassis.time.Time;
import eu.mieux.monitoring.figure.Figures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;

/** Publishes a year's report: from then on its figures stand. */
@ApplicationScoped
class Publishing {

    /** What was recorded before belongs into the report, also when it is still on its way. */
    private static final Duration NEWS = Duration.ofSeconds(60);

    private final Figures figures;
    private final PublishedReports published;
    private final ReportedYears years;
    private final ReportPolicy policy;
    private final Inbox inbox;
    private final AuditNotes notes;
    private final CodeLists codes;
    private final Clock clock;

    Publishing(
            Figures figures,
            PublishedReports published,
            ReportedYears years,
            ReportPolicy policy,
            Inbox inbox,
            AuditNotes notes,
            CodeLists codes,
            Clock clock) {
        this.figures = figures;
        this.published = published;
        this.years = years;
        this.policy = policy;
        this.inbox = inbox;
        this.notes = notes;
        this.codes = codes;
        this.clock = clock;
    }

    Report publish(int year) throws InterruptedException {
        if (year < ReportedYears.FIRST) {
            throw new NotFound("annual report of", year);
        }
        if (year > Year.now(clock.withZone(codes.facility().zone())).getValue()) {
            throw new ReportRefusals.YearNotBegun(year);
        }
        if (published.find(year).isPresent()) {
            throw new ReportRefusals.ReportAlreadyPublished(year);
        }
        if (!inbox.awaitCaughtUp(NEWS)) {
            throw new ReportRefusals.EventsStillArriving(year);
        }
        if (!years.anythingKnownUpTo(year)) {
            throw new ReportRefusals.NothingKnownOfYear(year);
        }
        Instant now = Time.now(clock);
        PublishedReport report = new PublishedReport(year, now, figures.of(year, now));
        if (!QuarkusTransaction.requiringNew().call(() -> isAdded(report))) {
            throw new ReportRefusals.ReportAlreadyPublished(year);
        }
        return Report.published(report, report.figures());
    }

    private boolean isAdded(PublishedReport report) {
        boolean added = published.add(report, policy.subject());
        if (added) {
            notes.done("annual-report", Integer.toString(report.year()), "published");
        }
        return added;
    }
}
