package eu.mieux.implementation.travel;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.bulk.RowError;
import eu.mieux.implementation.action.Actions;
import eu.mieux.implementation.activity.Activities;
import eu.mieux.implementation.portfolio.Cells;
import eu.mieux.implementation.portfolio.Recording;
import eu.mieux.implementation.portfolio.Sifting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** {@code travel_legs.csv}. A traveller of the team has a key of the portfolio's own; an expert is one of the roster. */
@ApplicationScoped
class TravelLegsFile implements PortfolioFile<TravelLegRecord> {

    private static final int HIGHEST_NUMBER = 1_000_000;
    private static final List<String> COLUMNS = List.of(
            "key",
            "traveller_kind",
            "traveller_key",
            "action_code",
            "activity_number",
            "departed_on",
            "from_iata",
            "to_iata",
            "cabin",
            "provenance");

    private final TravelLegs legs;
    private final Actions actions;
    private final Activities activities;
    private final KnownExperts experts;
    private final Recording recording;
    private final Cells cells;

    TravelLegsFile(
            TravelLegs legs,
            Actions actions,
            Activities activities,
            KnownExperts experts,
            Recording recording,
            Cells cells) {
        this.legs = legs;
        this.actions = actions;
        this.activities = activities;
        this.experts = experts;
        this.recording = recording;
        this.cells = cells;
    }

    @Override
    public String name() {
        return "travel_legs";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public TravelLegRecord read(Row row) {
        String actionCode = cells.optionalKey(row, "action_code");
        Integer activityNumber = row.integer("activity_number", 1, HIGHEST_NUMBER);
        if (actionCode == null && activityNumber != null) {
            row.reject(
                    "activity_number",
                    RowError.RULE_BROKEN,
                    "An Activity is numbered within its Action, and action_code is empty.",
                    "Name the Action, or leave the number out.");
        }
        return new TravelLegRecord(
                row.key("key"),
                row.requiredOneOf("traveller_kind", TravellerKind.class),
                cells.key(row, "traveller_key"),
                actionCode,
                activityNumber,
                row.date("departed_on"),
                cells.required(row, "from_iata", "airports"),
                cells.required(row, "to_iata", "airports"),
                cells.required(row, "cabin", "cabins"),
                cells.provenance(row));
    }

    @Override
    public String key(TravelLegRecord row) {
        return row.key();
    }

    @Override
    public void keep(List<Line<TravelLegRecord>> lines, Outcome outcome) {
        List<Line<TravelLegRecord>> sound = new Sifting<>(lines, outcome)
                .references("traveller_key", "expert", TravelLegRecord::expertKey, experts::unknown)
                .references("action_code", "Action", TravelLegRecord::actionCode, actions::unknown)
                .references("activity_number", "Activity", TravelLegRecord::activity, activities::unknown)
                .sound();
        Map<String, TravelLeg> known =
                legs.lockByKey(sound.stream().map(line -> line.row().key()).toList());
        recording.keep(sound, outcome, row -> known.get(row.key()), TravelLeg::blank);
    }

    @Override
    public String exportQuery() {
        return """
                select key, traveller_kind, traveller_key, action_code, activity_number::text, departed_on::text, from_iata,
                       to_iata, cabin, provenance
                from travel_leg order by key collate "C\"""";
    }
}
