package eu.mieux.preimplementation.request;

import eu.mieux.preimplementation.clock.FastResponseClock;
import eu.mieux.preimplementation.wording.Language;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to happen before a request goes on.
 *
 * @param what its kind, for programs
 * @param turn whose turn it is
 * @param who who exactly: institutions, sides of the fiche; empty where the turn says all
 * @param until by when; null where no day is set
 * @param detail what it is, and what to do, in a sentence in the reader's language
 */
@Schema(name = "Blocker")
record BlockerView(
        Blocker.What what,
        FastResponseClock.Turn turn,
        List<String> who,
        @Nullable LocalDate until,
        String detail) {

    static BlockerView of(Blocker blocker, Language language) {
        return new BlockerView(
                blocker.what(), blocker.turn(), blocker.who(), blocker.until(), language.say(blocker.detail()));
    }
}
