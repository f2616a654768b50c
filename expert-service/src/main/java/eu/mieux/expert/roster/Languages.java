package eu.mieux.expert.roster;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.problem.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Languages as experts speak them: ISO 639-1 and the level of the Common European Framework of Reference, {@code fr:C1}.
 * The code list {@code language-levels} is in ascending order.
 */
@ApplicationScoped
class Languages {

    static final String FORM = "Language and level, each of its code list: fr:C1.";

    private final CodeLists codes;

    Languages(CodeLists codes) {
        this.codes = codes;
    }

    boolean isSkill(@Nullable String text) {
        return text != null && parts(text).filter(this::isKnown).isPresent();
    }

    /** The language of a skill, or the text itself where it is none. */
    static String of(String skill) {
        return parts(skill).map(Parts::language).orElse(skill);
    }

    /** Every skill that satisfies {@code fr} (at any level) or {@code fr:B2} (at that level or above). */
    List<String> satisfying(String wish) {
        Parts parts = parts(wish).orElse(new Parts(wish, levels().getFirst()));
        if (!isKnown(parts)) {
            throw new InvalidFields(
                    "/language",
                    "Ask for a language (fr) or a language at a level or above (fr:B2): \"%s\" is neither."
                            .formatted(wish));
        }
        return levels().subList(levels().indexOf(parts.level()), levels().size()).stream()
                .map(level -> parts.language() + ":" + level)
                .toList();
    }

    private List<String> levels() {
        return codes.list("language-levels").rows().stream()
                .map(Code::code)
                .distinct()
                .toList();
    }

    private boolean isKnown(Parts parts) {
        return codes.list("languages").contains(parts.language()) && levels().contains(parts.level());
    }

    private record Parts(String language, String level) {}

    private static Optional<Parts> parts(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new Parts(text.substring(0, colon), text.substring(colon + 1)));
    }
}
