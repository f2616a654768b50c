package eu.mieux.knowledge.channel;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code channel_statistics.csv}. The exchange format has no codes for channels and metrics: a history may know some that the
 * facility has no list entry, and no translation, for. Their names become part of a figure's id.
 */
@ApplicationScoped
class ChannelStatisticsFile implements PortfolioFile<ChannelStatisticsFile.Entry> {

    private static final List<String> COLUMNS = List.of("year", "channel", "metric", "value", "provenance");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} _+-]{0,98}[\\p{L}\\p{N}+])?");
    private static final String A_NAME = "A name of at most 100 letters, digits, spaces, hyphens and underscores: %s.";

    /** A row; its value is a decimal number once the row is accepted. */
    record Entry(
            ChannelStatistic.Subject subject,
            String value,
            @Nullable String provenance) {}

    private final ChannelStatistics statistics;
    private final EventLog events;
    private final CodeLists codes;

    ChannelStatisticsFile(ChannelStatistics statistics, EventLog events, CodeLists codes) {
        this.statistics = statistics;
        this.events = events;
        this.codes = codes;
    }

    @Override
    public String name() {
        return "channel_statistics";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Entry read(Row row) {
        return new Entry(
                new ChannelStatistic.Subject(
                        row.requiredInteger("year", 1900, 2200),
                        row.matching("channel", NAME, A_NAME.formatted("website")),
                        row.matching("metric", NAME, A_NAME.formatted("followers"))),
                value(row),
                row.code("provenance", codes.list("provenances")::contains, "published, derived or illustrative."));
    }

    private static String value(Row row) {
        if (row.requiredDecimal("value").signum() < 0) {
            row.reject("value", RowError.MALFORMED_VALUE, "Nothing is counted as less than zero.", "Zero or more.");
        }
        return String.valueOf(row.text("value"));
    }

    @Override
    public String key(Entry entry) {
        return entry.subject().key();
    }

    @Override
    public void keep(List<Line<Entry>> lines, Outcome outcome) {
        Map<String, ChannelStatistic> known =
                statistics.lockByKey(lines.stream().map(line -> key(line.row())).toList());
        List<EventLog.Happening> happenings = new ArrayList<>();
        for (Line<Entry> line : lines) {
            Entry entry = line.row();
            DecimalText value = new DecimalText(entry.value());
            ChannelStatistic statistic = known.get(key(entry));
            if (statistic == null) {
                ChannelStatistic recorded = ChannelStatistic.recorded(entry.subject(), value, entry.provenance());
                statistics.persist(recorded);
                happenings.add(new EventLog.Happening(recorded, new ChannelStatisticEvent.ChannelStatisticRecorded()));
                outcome.created();
            } else {
                statistic
                        .amend(value, entry.provenance())
                        .ifPresentOrElse(
                                event -> {
                                    happenings.add(new EventLog.Happening(statistic, event));
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
                select year::text, channel, metric, value, provenance
                from channel_statistic order by year, channel collate "C", metric collate "C\"""";
    }
}
