package eu.mieux.knowledge.publication;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** {@code publications.csv}. What is withdrawn does not leave the suite: the file has no way to say so. */
@ApplicationScoped
class PublicationsFile implements PortfolioFile<PublicationRecord> {

    private static final List<String> COLUMNS = List.of(
            "key",
            "title",
            "kind",
            "languages",
            "published_on",
            "region",
            "countries",
            "themes",
            "source",
            "provenance");

    private final Publications publications;
    private final PublicationIndex index;
    private final EventLog events;
    private final CodeLists codes;

    PublicationsFile(Publications publications, PublicationIndex index, EventLog events, CodeLists codes) {
        this.publications = publications;
        this.index = index;
        this.events = events;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "publications";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public PublicationRecord read(Row row) {
        return new PublicationRecord(
                row.key("key"),
                row.required("title"),
                row.requiredCode("kind", in("publication-kinds"), "A code of the list publication-kinds."),
                row.codes("languages", in("languages"), "ISO 639-1 codes, separated by semicolons."),
                row.date("published_on"),
                row.code("region", in("regions"), "A code of the list regions."),
                row.codes("countries", in("countries"), "ISO 3166-1 alpha-2 codes, separated by semicolons."),
                row.codes("themes", in("themes"), "Codes of the list themes, separated by semicolons."),
                row.text("source"),
                row.code("provenance", in("provenances"), "published, derived or illustrative."));
    }

    private Predicate<String> in(String list) {
        return codes.list(list)::contains;
    }

    @Override
    public String key(PublicationRecord row) {
        return row.key();
    }

    @Override
    public void keep(List<Line<PublicationRecord>> lines, Outcome outcome) {
        Map<String, Publication> known = publications.lockByKey(
                lines.stream().map(line -> line.row().key()).toList());
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Line<PublicationRecord> line : lines) {
            PublicationRecord row = line.row();
            Publication publication = known.get(row.key());
            if (publication == null) {
                Publication recorded = Publication.recorded(row);
                publications.persist(recorded);
                happenings.add(new EventLog.Happening(recorded, new PublicationEvent.PublicationRecorded()));
                outcome.created();
            } else {
                publication
                        .record(row)
                        .ifPresentOrElse(
                                event -> {
                                    happenings.add(new EventLog.Happening(publication, event));
                                    outcome.updated();
                                },
                                outcome::unchanged);
            }
        }
        events.appendAll(happenings);
        index.refresh(happenings.stream().map(h -> h.aggregate().id()).toList());
    }

    @Override
    public String exportQuery() {
        return """
                select key, title, kind, array_to_string(languages, ';'), published_on::text, region,
                       array_to_string(countries, ';'), array_to_string(themes, ';'), source, provenance
                from publication where status <> 'WITHDRAWN'
                order by key collate "C\"""";
    }
}
