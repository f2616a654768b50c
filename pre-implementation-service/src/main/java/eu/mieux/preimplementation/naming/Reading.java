package eu.mieux.preimplementation.naming;

import java.util.List;
import java.util.Set;

/**
 * What the name of an institution says.
 *
 * @param units the bodies that it names, without what they belong to; "Migration Service, Ministry of Interior" is one
 * @param above what they belong to, where the name says so
 * @param abbreviations that it gives itself: (MINREX)
 * @param initials that it could be abbreviated with
 * @param isAbbreviation whether it is nothing but an abbreviation
 */
record Reading(
        String name,
        List<Unit> units,
        List<Unit> above,
        Set<String> abbreviations,
        Set<String> initials,
        boolean isAbbreviation) {

    /**
     * A body.
     *
     * @param bodies codes of what kind of body it is
     * @param subjects what it is in charge of, in the order of the name: codes, and words that are not known
     */
    record Unit(Set<String> bodies, Set<String> subjects) {

        boolean isEmpty() {
            return bodies.isEmpty() && subjects.isEmpty();
        }
    }
}
