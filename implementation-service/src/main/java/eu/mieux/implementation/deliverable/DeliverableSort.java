package eu.mieux.implementation.deliverable;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What the deliverables of an Action can be sorted by. */
enum DeliverableSort implements Sortable<DeliverableView> {
    ID,
    TITLE,
    VALIDATED_ON,
    HANDED_OVER_ON;

    @Override
    public SortKey<DeliverableView> key() {
        return switch (this) {
            case ID -> SortKey.id("d.id", DeliverableView::id);
            case TITLE -> SortKey.text("d.title", DeliverableView::title);
            case VALIDATED_ON -> SortKey.day("d.validated_on", DeliverableView::validatedOn);
            case HANDED_OVER_ON -> SortKey.day("d.handed_over_on", DeliverableView::handedOverOn);
        };
    }
}
