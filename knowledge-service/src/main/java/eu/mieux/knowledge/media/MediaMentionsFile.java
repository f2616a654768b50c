package eu.mieux.knowledge.media;

import eu.mieux.chassis.bulk.Outcome;
import eu.mieux.chassis.bulk.PortfolioFile;
import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.eventlog.EventLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code media_mentions.csv}. */
@ApplicationScoped
class MediaMentionsFile implements PortfolioFile<MediaMentionsFile.Entry> {

    private static final List<String> COLUMNS =
            List.of("key", "outlet", "country", "published_on", "title", "provenance");

    /** A row. */
    record Entry(String key, MediaMention.Facts facts) {}

    private final MediaMentions mentions;
    private final EventLog events;
    private final CodeLists codes;

    MediaMentionsFile(MediaMentions mentions, EventLog events, CodeLists codes) {
        this.mentions = mentions;
        this.events = events;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "media_mentions";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Entry read(Row row) {
        return new Entry(
                row.key("key"),
                new MediaMention.Facts(
                        row.text("outlet"),
                        row.code("country", codes.list("countries")::contains, "An ISO 3166-1 alpha-2 country code."),
                        row.date("published_on"),
                        row.text("title"),
                        row.code(
                                "provenance",
                                codes.list("provenances")::contains,
                                "published, derived or illustrative.")));
    }

    @Override
    public String key(Entry entry) {
        return entry.key();
    }

    @Override
    public void keep(List<Line<Entry>> lines, Outcome outcome) {
        Map<String, MediaMention> known =
                mentions.lockByKey(lines.stream().map(line -> line.row().key()).toList());
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Line<Entry> line : lines) {
            Entry entry = line.row();
            MediaMention mention = known.get(entry.key());
            if (mention == null) {
                MediaMention recorded = MediaMention.recorded(entry.key(), entry.facts());
                mentions.persist(recorded);
                happenings.add(new EventLog.Happening(recorded, new MediaMentionEvent.MediaMentionRecorded()));
                outcome.created();
            } else {
                mention.amend(entry.facts())
                        .ifPresentOrElse(
                                event -> {
                                    happenings.add(new EventLog.Happening(mention, event));
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
                select key, outlet, country, published_on::text, title, provenance
                from media_mention order by key collate "C\"""";
    }
}
