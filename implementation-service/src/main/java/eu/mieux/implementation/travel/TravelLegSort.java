package eu.mieux.implementation.travel;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What travel legs can be sorted by. */
enum TravelLegSort implements Sortable<TravelLegView> {
    ID,
    KEY,
    DEPARTED_ON;

    @Override
    public SortKey<TravelLegView> key() {
        return switch (this) {
            case ID -> SortKey.id("t.id", TravelLegView::id);
            case KEY -> SortKey.text("t.key", TravelLegView::key);
            case DEPARTED_ON -> SortKey.day("t.departed_on", TravelLegView::departedOn);
        };
    }
}
