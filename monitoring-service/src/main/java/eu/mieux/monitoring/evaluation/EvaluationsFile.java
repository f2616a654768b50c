package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.bulk.RowError;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code evaluations.csv}. */
@ApplicationScoped
class EvaluationsFile implements PortfolioFile<EvaluationsFile.Entry> {

    private static final List<String> COLUMNS = List.of(
            "action_code",
            "activity_number",
            "audience",
            "question",
            "score",
            "responses",
            "collected_on",
            "provenance");
    private static final int MOST_ACTIVITIES = 1_000_000;
    private static final int MOST_RESPONSES = 10_000_000;

    /** A row. */
    record Entry(Tally tally, int responses, @Nullable String provenance) {}

    private final Evaluations evaluations;
    private final KnownActivities activities;
    private final EventLog events;
    private final CodeLists codes;

    EvaluationsFile(Evaluations evaluations, KnownActivities activities, EventLog events, CodeLists codes) {
        this.evaluations = evaluations;
        this.activities = activities;
        this.events = events;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "evaluations";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Entry read(Row row) {
        String audience = row.requiredCode(
                "audience",
                codes.list("audiences")::contains,
                "One of %s.".formatted(String.join(", ", codes.list("audiences").codes())));
        String question = row.requiredCode(
                "question",
                codes.list("questions")::contains,
                "One of %s.".formatted(String.join(", ", codes.list("questions").codes())));
        codes.list("questions")
                .find(question)
                .map(code -> code.required("audience"))
                .filter(asked -> !asked.equals(audience))
                .ifPresent(asked -> row.reject(
                        "question",
                        RowError.RULE_BROKEN,
                        "%s is not asked of %s.".formatted(question, audience),
                        "It is asked of %s.".formatted(asked)));
        return new Entry(
                new Tally(
                        row.required("action_code"),
                        row.integer("activity_number", 1, MOST_ACTIVITIES),
                        audience,
                        question,
                        row.requiredInteger("score", Tally.LOWEST, Tally.HIGHEST),
                        row.date("collected_on")),
                row.requiredInteger("responses", 0, MOST_RESPONSES),
                row.code("provenance", codes.list("provenances")::contains, "published, derived or illustrative."));
    }

    @Override
    public String key(Entry entry) {
        Tally tally = entry.tally();
        return "%s %s %s %d %s"
                .formatted(tally.subject(), tally.audience(), tally.question(), tally.score(), tally.collectedOn());
    }

    @Override
    public void keep(List<Line<Entry>> lines, Outcome outcome) {
        Set<Tally.Subject> unknown = activities.unknown(lines.stream()
                .map(line -> line.row().tally().subject())
                .distinct()
                .toList());
        Map<Tally, Evaluation> there =
                evaluations.lock(lines.stream().map(line -> line.row().tally()).toList());
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Line<Entry> line : lines) {
            Entry entry = line.row();
            Tally.Subject subject = entry.tally().subject();
            if (unknown.contains(subject)) {
                boolean whole = subject.activityNumber() == null;
                outcome.unknownReference(
                        line.number(),
                        whole ? "action_code" : "activity_number",
                        subject.toString(),
                        whole ? "Action" : "Activity");
                outcome.rejected();
                continue;
            }
            Evaluation evaluation = there.get(entry.tally());
            if (evaluation == null) {
                Evaluation opened = Evaluation.opened(entry.tally(), entry.responses(), entry.provenance());
                evaluations.persist(opened);
                happenings.add(new EventLog.Happening(opened, new EvaluationEvent.EvaluationOpened()));
                outcome.created();
            } else {
                evaluation
                        .amend(entry.responses(), entry.provenance())
                        .ifPresentOrElse(
                                event -> {
                                    happenings.add(new EventLog.Happening(evaluation, event));
                                    outcome.updated();
                                },
                                outcome::unchanged);
            }
        }
        events.appendAll(happenings);
    }

    @Override
    public String exportQuery() {
        return """
                select action_code, activity_number, audience, question, score, responses, collected_on, provenance
                from evaluation
                order by action_code collate "C", activity_number nulls first, audience collate "C", question collate "C",
                         score desc, collected_on""";
    }
}
