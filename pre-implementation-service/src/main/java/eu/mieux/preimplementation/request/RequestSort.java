package eu.mieux.preimplementation.request;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What requests can be sorted by. */
enum RequestSort implements Sortable<RequestListed> {
    ID,
    REFERENCE,
    TITLE,
    SUBMITTED_ON,
    DECIDED_ON;

    @Override
    public SortKey<RequestListed> key() {
        return switch (this) {
            case ID -> SortKey.id("r.id", RequestListed::id);
            case REFERENCE -> SortKey.text("r.reference", RequestListed::reference);
            case TITLE -> SortKey.text("r.title", RequestListed::title).always();
            case SUBMITTED_ON -> SortKey.day("r.submitted_on", RequestListed::submittedOn);
            case DECIDED_ON -> SortKey.day("r.decided_on", RequestListed::decidedOn);
        };
    }
}
