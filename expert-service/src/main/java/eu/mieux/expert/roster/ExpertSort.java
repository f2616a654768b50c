package eu.mieux.expert.roster;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What experts can be sorted by. */
enum ExpertSort implements Sortable<Expert> {
    ID,
    KEY,
    FAMILY_NAME,
    INSTITUTION,
    REGISTERED_ON;

    @Override
    public SortKey<Expert> key() {
        return switch (this) {
            case ID -> SortKey.id("e.id", Expert::id);
            case KEY -> SortKey.text("e.key", Expert::key);
            case FAMILY_NAME ->
                SortKey.text("e.family_name", expert -> expert.profile().familyName());
            case INSTITUTION ->
                SortKey.text("e.institution", expert -> expert.profile().institution());
            case REGISTERED_ON ->
                SortKey.day("e.registered_on", expert -> expert.profile().registeredOn());
        };
    }
}
