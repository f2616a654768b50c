package eu.mieux.preimplementation.request;

import eu.mieux.chassis.problem.InvalidFields;
import eu.mieux.chassis.text.Visible;
import eu.mieux.preimplementation.wording.Language;
import eu.mieux.preimplementation.wording.Saying;
import java.util.Arrays;
import java.util.List;

/** What a draft must say before it can be handed in, in the order in which a letter says it. */
enum Completeness {
    AUTHORITIES("/authorities"),
    COUNTRIES("/countries"),
    THEMES("/themes"),
    PROBLEM("/problem"),
    SUPPORT("/support");

    private final String pointer;

    Completeness(String pointer) {
        this.pointer = pointer;
    }

    /** Everything that is missing, at once. */
    static List<Completeness> missingIn(Draft draft) {
        return Arrays.stream(values()).filter(one -> !one.isSaidBy(draft)).toList();
    }

    private boolean isSaidBy(Draft draft) {
        return switch (this) {
            case AUTHORITIES -> !draft.authorities().isEmpty();
            case COUNTRIES -> !draft.countries().isEmpty();
            case THEMES -> !draft.themes().isEmpty();
            case PROBLEM -> Visible.in(draft.problem());
            case SUPPORT -> Visible.in(draft.support());
        };
    }

    static void require(Draft draft, Language language) {
        InvalidFields.Check check = new InvalidFields.Check();
        missingIn(draft).forEach(one -> check.that(false, one.pointer, language.say(one.asked())));
        check.orRefuse();
    }

    /** That it is to be said. */
    Saying asked() {
        return Saying.Phrase.of("request", "incomplete." + name());
    }
}
