package eu.mieux.chassis.inbox;

import java.util.Set;

/**
 * Does something of its own when something happened elsewhere (an endorsed fiche becomes an Action). Once in effect:
 * it runs in one transaction with the record that it ran, and is never repeated by a rebuild.
 */
public interface Reaction {

    /** The aggregate types it reacts to. */
    Set<String> reactsTo();

    /** One event, in the order of the aggregate's versions, duplicates already taken out. */
    void on(ReceivedEvent event);
}
