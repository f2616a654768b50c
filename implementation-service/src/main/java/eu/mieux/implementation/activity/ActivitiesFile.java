package eu.mieux.implementation.activity;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.implementation.action.Actions;
import eu.mieux.implementation.portfolio.Cells;
import eu.mieux.implementation.portfolio.Recording;
import eu.mieux.implementation.portfolio.Sifting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** {@code activities.csv}. An Activity comes in on any status; history need not know its experts. */
@ApplicationScoped
class ActivitiesFile implements PortfolioFile<ActivityRecord> {

    private static final int MOST_HEADS = 1_000_000;
    private static final int HIGHEST_NUMBER = 1_000_000;

    private static final List<String> COLUMNS = List.of(
            "action_code",
            "number",
            "type",
            "title",
            "modality",
            "starts_on",
            "ends_on",
            "country",
            "city",
            "beneficiary_countries",
            "status",
            "participants_female",
            "participants_male",
            "participants_other",
            "provenance");

    private final Activities activities;
    private final Actions actions;
    private final Recording recording;
    private final Cells cells;

    ActivitiesFile(Activities activities, Actions actions, Recording recording, Cells cells) {
        this.activities = activities;
        this.actions = actions;
        this.recording = recording;
        this.cells = cells;
    }

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public ActivityRecord read(Row row) {
        ActivityKey key =
                new ActivityKey(cells.key(row, "action_code"), row.requiredInteger("number", 1, HIGHEST_NUMBER));
        LocalDate startsOn = row.date("starts_on");
        LocalDate endsOn = row.date("ends_on");
        row.ordered("starts_on", "ends_on", startsOn, endsOn);
        return new ActivityRecord(
                key,
                cells.required(row, "type", "activity-types"),
                row.required("title"),
                cells.code(row, "modality", "modalities"),
                startsOn,
                endsOn,
                cells.code(row, "country", "countries"),
                row.text("city"),
                cells.codes(row, "beneficiary_countries", "countries"),
                row.requiredOneOf("status", ActivityStatus.class),
                new Heads(
                        row.integer("participants_female", 0, MOST_HEADS),
                        row.integer("participants_male", 0, MOST_HEADS),
                        row.integer("participants_other", 0, MOST_HEADS)),
                cells.provenance(row));
    }

    @Override
    public String key(ActivityRecord row) {
        return row.key().toString();
    }

    @Override
    public void keep(List<Line<ActivityRecord>> lines, Outcome outcome) {
        List<Line<ActivityRecord>> sound = new Sifting<>(lines, outcome)
                .references("action_code", "Action", row -> row.key().actionCode(), actions::unknown)
                .sound();
        Map<ActivityKey, Activity> known = activities.lockByKey(
                sound.stream().map(line -> line.row().key()).toList());
        recording.keep(sound, outcome, row -> known.get(row.key()), Activity::blank);
    }

    @Override
    public String exportQuery() {
        return """
                select action_code, number::text, type, title, modality, starts_on::text, ends_on::text, country, city,
                       array_to_string(beneficiary_countries, ';'), status, participants_female::text,
                       participants_male::text, participants_other::text, provenance
                from activity
                order by split_part(action_code, '-', 1), split_part(action_code, '-', 2)::int, number""";
    }
}
