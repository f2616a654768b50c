package eu.mieux.implementation.carbon;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What carbon offsets can be sorted by. */
enum CarbonOffsetSort implements Sortable<CarbonOffsetView> {
    ID,
    KEY,
    YEAR,
    TONNES_CO2E;

    @Override
    public SortKey<CarbonOffsetView> key() {
        return switch (this) {
            case ID -> SortKey.id("o.id", CarbonOffsetView::id);
            case KEY -> SortKey.text("o.key", CarbonOffsetView::key);
            case YEAR -> SortKey.number("o.year", CarbonOffsetView::year);
            case TONNES_CO2E -> SortKey.decimal("o.tonnes_co2e", CarbonOffsetView::tonnesCo2e);
        };
    }
}
