package eu.mieux.knowledge.channel;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What channel statistics can be sorted by. */
enum ChannelStatisticSort implements Sortable<ChannelStatisticView> {
    ID,
    KEY,
    YEAR,
    VALUE;

    @Override
    public SortKey<ChannelStatisticView> key() {
        return switch (this) {
            case ID -> SortKey.id("c.id", ChannelStatisticView::id);
            case KEY -> SortKey.text("c.key", ChannelStatisticView::key);
            case YEAR -> SortKey.number("c.year", ChannelStatisticView::year);
            case VALUE -> SortKey.decimal("c.value", ChannelStatisticView::value);
        };
    }
}
