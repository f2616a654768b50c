package eu.mieux.preimplementation.authority;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What authorities can be sorted by. */
enum AuthoritySort implements Sortable<AuthorityView> {
    ID,
    KEY,
    NAME;

    @Override
    public SortKey<AuthorityView> key() {
        return switch (this) {
            case ID -> SortKey.id("a.id", AuthorityView::id);
            case KEY -> SortKey.text("a.key", AuthorityView::key);
            case NAME -> SortKey.text("a.name", AuthorityView::name);
        };
    }
}
