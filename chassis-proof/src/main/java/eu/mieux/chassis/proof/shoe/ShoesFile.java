package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code shoes.csv}. */
@ApplicationScoped
class ShoesFile implements PortfolioFile<ShoesFile.Entry> {

    /** A row. */
    record Entry(String article, String name, int pairs) {}

    private final Shoes shoes;
    private final EventLog events;

    ShoesFile(Shoes shoes, EventLog events) {
        this.shoes = shoes;
        this.events = events;
    }

    @Override
    public String name() {
        return "shoes";
    }

    @Override
    public List<String> columns() {
        return List.of("article", "name", "pairs");
    }

    @Override
    public Entry read(Row row) {
        return new Entry(row.required("article"), row.required("name"), row.requiredInteger("pairs", 0, 1_000_000));
    }

    @Override
    public String key(Entry entry) {
        return entry.article();
    }

    @Override
    public void keep(List<Line<Entry>> lines, Outcome outcome) {
        Map<String, Shoe> known =
                shoes.lockByArticle(lines.stream().map(l -> l.row().article()).toList());
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Line<Entry> line : lines) {
            Entry entry = line.row();
            Shoe shoe = known.get(entry.article());
            if (shoe == null) {
                Shoe listed = new Shoe(entry.article(), entry.name(), entry.pairs());
                shoes.persist(listed);
                happenings.add(new EventLog.Happening(listed, new ShoeEvent.ShoeListed()));
                outcome.created();
            } else {
                shoe.restock(entry.name(), entry.pairs())
                        .ifPresentOrElse(
                                event -> {
                                    happenings.add(new EventLog.Happening(shoe, event));
                                    outcome.updated();
                                },
                                outcome::unchanged);
            }
        }
        events.appendAll(happenings);
    }

    @Override
    public String exportQuery() {
        return "select article, name, pairs::text from shoe order by article collate \"C\"";
    }
}
