package eu.mieux.expert.deployment;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.bulk.RowError;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import eu.mieux.expert.roster.Experts;
import eu.mieux.expert.roster.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code deployments.csv}: who took part in what. The file has no column for a status: it holds the deployments that count in
 * figures (ADR 7), so that figures survive an export and an import, and a row that is brought in is history, COMPLETED, and taken
 * as it is, overlaps included.
 */
@ApplicationScoped
class DeploymentsFile implements PortfolioFile<DeploymentRecord> {

    private static final List<String> COLUMNS = List.of(
            "expert_key",
            "action_code",
            "activity_number",
            "role",
            "starts_on",
            "ends_on",
            "days",
            "category",
            "background",
            "provenance");
    private static final int MOST_ACTIVITIES = 1_000_000;
    private static final String AGREED = DeploymentStatus.AGREED.stream()
            .map(status -> "'" + status.name() + "'")
            .sorted()
            .collect(Collectors.joining(", "));
    private static final int LONGEST_ROLE = 100;

    private final Deployments deployments;
    private final Experts experts;
    private final KnownActivities activities;
    private final Standings standings;
    private final EventLog events;
    private final CodeLists codes;

    DeploymentsFile(
            Deployments deployments,
            Experts experts,
            KnownActivities activities,
            Standings standings,
            EventLog events,
            CodeLists codes) {
        this.deployments = deployments;
        this.experts = experts;
        this.activities = activities;
        this.standings = standings;
        this.events = events;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "deployments";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public DeploymentRecord read(Row row) {
        LocalDate startsOn = row.date("starts_on");
        LocalDate endsOn = row.date("ends_on");
        row.ordered("starts_on", "ends_on", startsOn, endsOn);
        return new DeploymentRecord(
                new Engagement(
                        row.required("expert_key"),
                        row.required("action_code"),
                        row.requiredInteger("activity_number", 1, MOST_ACTIVITIES)),
                new Terms(role(row), startsOn, endsOn, row.integer("days", 0, DeploymentCommands.MOST_DAYS)),
                standings.read(row),
                row.code("provenance", codes.list("provenances")::contains, "published, derived or illustrative."));
    }

    /** The exchange format has no codes for roles: a history may name others than the facility's list, and keeps them. */
    private static @Nullable String role(Row row) {
        String role = row.text("role");
        if (role != null && role.length() > LONGEST_ROLE) {
            row.reject(
                    "role",
                    RowError.MALFORMED_VALUE,
                    "The role has %,d characters.".formatted(role.length()),
                    "At most %d, such as LEAD_EXPERT.".formatted(LONGEST_ROLE));
        }
        return role;
    }

    @Override
    public String key(DeploymentRecord row) {
        return row.engagement().toString();
    }

    @Override
    public void keep(List<Line<DeploymentRecord>> lines, Outcome outcome) {
        List<Line<DeploymentRecord>> sound = withKnownReferences(lines, outcome);
        Map<Engagement, Deployment> known = deployments.lock(
                sound.stream().map(line -> line.row().engagement()).toList());
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Line<DeploymentRecord> line : sound) {
            DeploymentRecord row = line.row();
            Deployment deployment = known.get(row.engagement());
            if (deployment == null) {
                Deployment recorded = Deployment.recorded(row);
                deployments.persist(recorded);
                happenings.add(new EventLog.Happening(recorded, new DeploymentEvent.DeploymentRecorded()));
                outcome.created();
            } else {
                deployment
                        .record(row)
                        .ifPresentOrElse(
                                event -> {
                                    happenings.add(new EventLog.Happening(deployment, event));
                                    outcome.updated();
                                },
                                outcome::unchanged);
            }
        }
        events.appendAll(happenings);
    }

    private List<Line<DeploymentRecord>> withKnownReferences(List<Line<DeploymentRecord>> lines, Outcome outcome) {
        Set<String> unknownExperts = experts.unknown(
                lines.stream().map(line -> line.row().engagement().expertKey()).collect(Collectors.toSet()));
        Set<Engagement> nowhere = activities.withoutActivity(
                lines.stream().map(line -> line.row().engagement()).toList());
        List<Line<DeploymentRecord>> sound = new ArrayList<>();
        for (Line<DeploymentRecord> line : lines) {
            Engagement engagement = line.row().engagement();
            boolean nobody = unknownExperts.contains(engagement.expertKey());
            if (nobody) {
                outcome.unknownReference(line.number(), "expert_key", engagement.expertKey(), "expert");
            }
            if (nowhere.contains(engagement)) {
                outcome.fault(
                        line.number(),
                        "activity_number",
                        String.valueOf(engagement.activityNumber()),
                        RowError.UNKNOWN_REFERENCE,
                        "There is no %s.".formatted(engagement.activity()),
                        "An Activity that is there, or comes in a file imported before this one.");
            }
            if (nobody || nowhere.contains(engagement)) {
                outcome.rejected();
            } else {
                sound.add(line);
            }
        }
        return sound;
    }

    @Override
    public String exportQuery() {
        return """
                select expert_key, action_code, activity_number::text, role, starts_on::text, ends_on::text, days::text,
                       category, background, provenance
                from deployment where status in (%s)
                order by split_part(action_code, '-', 1), length(action_code), action_code collate "C",
                         activity_number, expert_key collate "C\"""".formatted(AGREED);
    }
}
