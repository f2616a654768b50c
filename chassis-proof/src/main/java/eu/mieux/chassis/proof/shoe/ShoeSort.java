package eu.mieux.chassis.proof.shoe;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What the list of shoes can be sorted by. */
enum ShoeSort implements Sortable<Shoe> {
    ID,
    NAME,
    PAIRS;

    @Override
    public SortKey<Shoe> key() {
        return switch (this) {
            case ID -> SortKey.id("s.id", Shoe::id);
            case NAME -> SortKey.text("s.name", shoe -> shoe.publicState().name());
            case PAIRS -> SortKey.number("s.pairs", shoe -> shoe.publicState().pairs());
        };
    }
}
