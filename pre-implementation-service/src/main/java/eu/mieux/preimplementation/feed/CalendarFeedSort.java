package eu.mieux.preimplementation.feed;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What links to calendars can be sorted by. */
enum CalendarFeedSort implements Sortable<CalendarFeedView> {
    ID,
    NAME;

    @Override
    public SortKey<CalendarFeedView> key() {
        return switch (this) {
            case ID -> SortKey.id("c.id", CalendarFeedView::id);
            case NAME -> SortKey.text("c.name", CalendarFeedView::name);
        };
    }
}
