package eu.mieux.implementation.carbon;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.bulk.RowError;
import eu.mieux.implementation.portfolio.Cells;
import eu.mieux.implementation.portfolio.Recording;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** {@code carbon_offsets.csv}. */
@ApplicationScoped
class CarbonOffsetsFile implements PortfolioFile<CarbonOffsetRecord> {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final List<String> COLUMNS =
            List.of("key", "year", "standard", "project", "tonnes_co2e", "provenance");

    private final CarbonOffsets offsets;
    private final Recording recording;
    private final Cells cells;

    CarbonOffsetsFile(CarbonOffsets offsets, Recording recording, Cells cells) {
        this.offsets = offsets;
        this.recording = recording;
        this.cells = cells;
    }

    @Override
    public String name() {
        return "carbon_offsets";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public CarbonOffsetRecord read(Row row) {
        return new CarbonOffsetRecord(
                row.key("key"),
                row.requiredInteger("year", FIRST_YEAR, LAST_YEAR),
                row.text("standard"),
                row.text("project"),
                tonnes(row),
                cells.provenance(row));
    }

    private static Tonnes tonnes(Row row) {
        if (row.requiredDecimal("tonnes_co2e").signum() < 0) {
            row.reject(
                    "tonnes_co2e", RowError.RULE_BROKEN, "An offset weighs nothing less than zero.", "Zero or more.");
        }
        return new Tonnes(String.valueOf(row.text("tonnes_co2e")));
    }

    @Override
    public String key(CarbonOffsetRecord row) {
        return row.key();
    }

    @Override
    public void keep(List<Line<CarbonOffsetRecord>> lines, Outcome outcome) {
        Map<String, CarbonOffset> known =
                offsets.lockByKey(lines.stream().map(line -> line.row().key()).toList());
        recording.keep(lines, outcome, row -> known.get(row.key()), CarbonOffset::blank);
    }

    @Override
    public String exportQuery() {
        return """
                select key, year::text, standard, project, tonnes_co2e, provenance
                from carbon_offset order by key collate "C\"""";
    }
}
