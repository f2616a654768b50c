package eu.mieux.implementation.deliverable;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.bulk.RowError;
import eu.mieux.implementation.action.Actions;
import eu.mieux.implementation.portfolio.Cells;
import eu.mieux.implementation.portfolio.Recording;
import eu.mieux.implementation.portfolio.Sifting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code deliverables.csv}. */
@ApplicationScoped
class DeliverablesFile implements PortfolioFile<DeliverableRecord> {

    private static final List<String> COLUMNS =
            List.of("action_code", "title", "type", "languages", "status", "handed_over_on", "provenance");

    private final Deliverables deliverables;
    private final Actions actions;
    private final Recording recording;
    private final Cells cells;

    DeliverablesFile(Deliverables deliverables, Actions actions, Recording recording, Cells cells) {
        this.deliverables = deliverables;
        this.actions = actions;
        this.recording = recording;
        this.cells = cells;
    }

    @Override
    public String name() {
        return "deliverables";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public DeliverableRecord read(Row row) {
        return new DeliverableRecord(
                new DeliverableRecord.Key(cells.key(row, "action_code"), cells.key(row, "title")),
                cells.required(row, "type", "deliverable-types"),
                cells.codes(row, "languages", "languages"),
                row.requiredOneOf("status", DeliverableStatus.class),
                handedOverOn(row),
                cells.provenance(row));
    }

    /** Unknown for what was handed over on a day that nobody wrote down; a day of anything else would be untrue. */
    private static @Nullable LocalDate handedOverOn(Row row) {
        LocalDate day = row.date("handed_over_on");
        String status = row.text("status");
        if (day != null && status != null && !status.equals(DeliverableStatus.HANDED_OVER.name())) {
            row.reject(
                    "handed_over_on",
                    RowError.RULE_BROKEN,
                    "What is %s has not been handed over yet.".formatted(status),
                    "Leave the day out, or give HANDED_OVER as status.");
        }
        return day;
    }

    @Override
    public String key(DeliverableRecord row) {
        return row.key().toString();
    }

    @Override
    public void keep(List<Line<DeliverableRecord>> lines, Outcome outcome) {
        List<Line<DeliverableRecord>> sound = new Sifting<>(lines, outcome)
                .references("action_code", "Action", row -> row.key().actionCode(), actions::unknown)
                .sound();
        Map<DeliverableRecord.Key, Deliverable> known = deliverables.lockByKey(
                sound.stream().map(line -> line.row().key()).toList());
        recording.keep(sound, outcome, row -> known.get(row.key()), Deliverable::blank);
    }

    @Override
    public String exportQuery() {
        return """
                select action_code, title, type, array_to_string(languages, ';'), status, handed_over_on::text, provenance
                from deliverable
                order by split_part(action_code, '-', 1), split_part(action_code, '-', 2)::int, title collate "C\"""";
    }
}
