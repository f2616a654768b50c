package eu.mieux.knowledge.publication;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What publications; what is not published yet is newer than anything that is can be sorted by. */
enum PublicationSort implements Sortable<PublicationListed> {
    ID,
    KEY,
    TITLE,
    PUBLISHED_ON;

    @Override
    public SortKey<PublicationListed> key() {
        return switch (this) {
            case ID -> SortKey.id("p.id", PublicationListed::id);
            case KEY -> SortKey.text("p.key", PublicationListed::key);
            case TITLE -> SortKey.text("p.title", PublicationListed::title);
            case PUBLISHED_ON -> SortKey.number("p.sort_day", PublicationListed::sortDay);
        };
    }
}
