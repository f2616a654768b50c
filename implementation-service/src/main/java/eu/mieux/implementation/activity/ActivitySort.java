package eu.mieux.implementation.activity;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What the Activities of an Action can be sorted by. */
enum ActivitySort implements Sortable<ActivityListed> {
    ID,
    NUMBER,
    TITLE,
    STARTS_ON,
    ENDS_ON;

    @Override
    public SortKey<ActivityListed> key() {
        return switch (this) {
            case ID -> SortKey.id("v.id", ActivityListed::id);
            case NUMBER -> SortKey.number("v.number", ActivityListed::number);
            case TITLE -> SortKey.text("v.title", ActivityListed::title);
            case STARTS_ON -> SortKey.day("v.starts_on", ActivityListed::startsOn);
            case ENDS_ON -> SortKey.day("v.ends_on", ActivityListed::endsOn);
        };
    }
}
