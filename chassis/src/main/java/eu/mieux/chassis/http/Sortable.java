package eu.mieux.chassis.http;

/**
 * The fields that a list can be sorted by, as an enum: {@code SUBMITTED_ON} is {@code sort=submittedOn}, and with a minus the
 * other way round. The first is the id. The API document lists them.
 */
public interface Sortable<R> {

    SortKey<R> key();
}
