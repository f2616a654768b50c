package eu.mieux.preimplementation.fiche;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What Action Fiches can be sorted by. */
enum ActionFicheSort implements Sortable<ActionFicheListed> {
    ID,
    REQUEST_REFERENCE,
    ACTION_NAME;

    @Override
    public SortKey<ActionFicheListed> key() {
        return switch (this) {
            case ID -> SortKey.id("f.id", ActionFicheListed::id);
            case REQUEST_REFERENCE -> SortKey.text("f.request_reference", ActionFicheListed::requestReference);
            case ACTION_NAME -> SortKey.text("f.action_name", ActionFicheListed::actionName);
        };
    }
}
