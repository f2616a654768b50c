package eu.mieux.implementation.action;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What Actions can be sorted by. */
enum ActionSort implements Sortable<ActionListed> {
    ID,
    CODE,
    NAME,
    LAUNCHED_ON,
    COMPLETED_ON;

    @Override
    public SortKey<ActionListed> key() {
        return switch (this) {
            case ID -> SortKey.id("a.id", ActionListed::id);
            case CODE -> SortKey.text("a.code", ActionListed::code);
            case NAME -> SortKey.text("a.name", ActionListed::name);
            case LAUNCHED_ON -> SortKey.day("a.launched_on", ActionListed::launchedOn);
            case COMPLETED_ON -> SortKey.day("a.completed_on", ActionListed::completedOn);
        };
    }
}
