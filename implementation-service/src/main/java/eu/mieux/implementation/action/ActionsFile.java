package eu.mieux.implementation.action;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.implementation.calendar.FacilityCalendar;
import eu.mieux.implementation.portfolio.Cells;
import eu.mieux.implementation.portfolio.Recording;
import eu.mieux.implementation.portfolio.Sifting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** {@code actions.csv}. */
@ApplicationScoped
class ActionsFile implements PortfolioFile<ActionRecord> {

    private static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "objective",
            "region",
            "countries",
            "regional_organisation",
            "pillar",
            "themes",
            "officer",
            "launched_on",
            "completed_on",
            "status",
            "provenance");

    private final Actions actions;
    private final KnownRequests requests;
    private final Recording recording;
    private final Cells cells;
    private final FacilityCalendar calendar;

    ActionsFile(Actions actions, KnownRequests requests, Recording recording, Cells cells, FacilityCalendar calendar) {
        this.calendar = calendar;
        this.actions = actions;
        this.requests = requests;
        this.recording = recording;
        this.cells = cells;
    }

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public ActionRecord read(Row row) {
        LocalDate launchedOn = row.date("launched_on");
        LocalDate completedOn = row.date("completed_on");
        row.happened("launched_on", launchedOn, calendar.today());
        row.ordered("launched_on", "completed_on", launchedOn, completedOn);
        return new ActionRecord(
                row.matching("code", ActionRecord.CODE, "YYYY-NN, the reference of the Action's request: 2017-03."),
                row.required("name"),
                row.text("objective"),
                cells.required(row, "region", "regions"),
                cells.codes(row, "countries", "countries"),
                row.text("regional_organisation"),
                cells.code(row, "pillar", "pillars"),
                cells.codes(row, "themes", "themes"),
                row.text("officer"),
                launchedOn,
                completedOn,
                row.requiredOneOf("status", ActionStatus.class),
                cells.provenance(row));
    }

    @Override
    public String key(ActionRecord row) {
        return row.code();
    }

    @Override
    public void keep(List<Line<ActionRecord>> lines, Outcome outcome) {
        List<Line<ActionRecord>> sound = new Sifting<>(lines, outcome)
                .references("code", "request", ActionRecord::code, requests::unknown)
                .sound();
        List<String> codes = sound.stream().map(line -> line.row().code()).toList();
        RecordedLaunch.tellDoubts(sound, requests.of(codes), outcome);
        Map<String, Action> known = actions.lockByCode(codes);
        recording.keep(sound, outcome, row -> known.get(row.code()), Action::blank);
    }

    @Override
    public String exportQuery() {
        return """
                select code, name, objective, region, array_to_string(countries, ';'), regional_organisation, pillar,
                       array_to_string(themes, ';'), officer, launched_on::text, completed_on::text, status, provenance
                from action
                order by split_part(code, '-', 1), split_part(code, '-', 2)::int""";
    }
}
