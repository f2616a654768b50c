package eu.mieux.expert.roster;

import eu.mieux.chassis.bulk.Row;
import eu.mieux.chassis.bulk.RowError;
import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.problem.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which categories and backgrounds the facility knows, and which category has a background at all. */
@ApplicationScoped
public class Standings {

    private static final String CATEGORIES = "expert-categories";
    private static final String BACKGROUNDS = "backgrounds";

    private final CodeLists codes;

    Standings(CodeLists codes) {
        this.codes = codes;
    }

    /** The columns {@code category} and {@code background} of a portfolio's row. */
    public Standing read(Row row) {
        String category =
                row.requiredCode("category", codes.list(CATEGORIES)::contains, "One of " + known(CATEGORIES) + ".");
        String background =
                row.code("background", codes.list(BACKGROUNDS)::contains, "One of " + known(BACKGROUNDS) + ".");
        if (background != null && isKnown(category) && !hasBackground(category)) {
            row.reject("background", RowError.RULE_BROKEN, noBackground(category), "An empty cell.");
        }
        return new Standing(category, background);
    }

    void check(InvalidFields.Check check, String category, @Nullable String background) {
        check.that(isKnown(category), "/category", "Use one of " + known(CATEGORIES) + ".")
                .that(
                        background == null || codes.list(BACKGROUNDS).contains(background),
                        "/background",
                        "Use one of " + known(BACKGROUNDS) + ", or leave it out.")
                .that(
                        background == null || !isKnown(category) || hasBackground(category),
                        "/background",
                        noBackground(category) + " Leave it out.");
    }

    private boolean isKnown(String category) {
        return codes.list(CATEGORIES).contains(category);
    }

    private boolean hasBackground(String category) {
        return codes.list(CATEGORIES)
                .find(category)
                .filter(c -> c.is("has_background"))
                .isPresent();
    }

    private String noBackground(String category) {
        String with = codes.list(CATEGORIES).where("has_background", "true").stream()
                .map(c -> c.code())
                .distinct()
                .collect(Collectors.joining(", "));
        return "Category %s has no background, only %s has.".formatted(category, with);
    }

    private String known(String list) {
        return String.join(", ", codes.list(list).codes());
    }
}
