package eu.mieux.preimplementation.naming;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the name of an institution says.
 *
 * @param units the bodies that it names, without what they belong to; "Migration Service, Ministry of Interior" is one
 * @param above what they belong to, where the name says so
 * @param abbreviations that it gives itself: (MINREX)
 * @param head what it begins with, where it goes on with a part of that: "Ministry of Interior, Migration Service"; else null
 * @param initials that it could be abbreviated with
 * @param spoken the words of what it begins with, but for small ones and the country's
 * @param translated those that it could be abbreviated with in other languages
 * @param isAbbreviation whether it is nothing but an abbreviation
 */
record Reading(
        String name,
        List<Unit> units,
        List<Unit> above,
        @Nullable Unit head,
        Set<String> abbreviations,
        Set<String> initials,
        List<String> spoken,
        Initials translated,
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
