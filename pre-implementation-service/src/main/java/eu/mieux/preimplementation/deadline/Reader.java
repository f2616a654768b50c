package eu.mieux.preimplementation.deadline;

import eu.mieux.chassis.identity.Listener;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;

/**
 * For whom a calendar is written.
 *
 * @param rights what she could read when she made the link to it
 */
public record Reader(Listener rights, Words words) {

    /** The rows that a policy opens to her. */
    public Sight sight(Policy policy) {
        return rights.sight(policy);
    }
}
