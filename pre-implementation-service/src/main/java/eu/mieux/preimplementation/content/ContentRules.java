package eu.mieux.preimplementation.content;

import eu.mieux.chassis.codelist.CodeLists;
import eu.mieux.chassis.problem.InvalidFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a content must keep beyond the form of its fields: codes of the facility's lists, numbers once, sums that are right. */
@ApplicationScoped
public class ContentRules {

    private final CodeLists codes;

    ContentRules(CodeLists codes) {
        this.codes = codes;
    }

    /**
     * Which region the Action belongs to.
     *
     * @param region the one that counts, null when none was given and none follows from the countries
     * @param possible those to which its countries let it belong
     */
    public record Belonging(@Nullable String region, List<String> possible) {

        private void check(InvalidFields.Check check) {
            String oneOf = String.join(", ", possible);
            check.that(
                            region != null,
                            "/region",
                            "Say which region the Action belongs to; its countries do not: %s.".formatted(oneOf))
                    .that(
                            region == null || possible.contains(region),
                            "/region",
                            "An Action in these countries does not belong to \"%s\": possible is %s."
                                    .formatted(region, oneOf));
        }
    }

    /**
     * Refuses with everything that is wrong.
     *
     * @param themes those that count
     */
    public void require(GivenContent given, Belonging belonging, List<String> themes) {
        InvalidFields.Check check = new InvalidFields.Check();
        belonging.check(check);
        code(check, "/pillar", given.pillar(), "pillars");
        for (int i = 0; i < themes.size(); i++) {
            required(check, "/themes/" + i, themes.get(i), "themes");
        }
        once(check, "/themes", themes, "A theme is named twice; name each once.");
        activities(check, given.planned());
        for (int i = 0; i < given.budgeted().size(); i++) {
            GivenBudgetLine line = given.budgeted().get(i);
            code(check, "/budget/" + i + "/category", line.category(), "budget-categories");
            line.check(check, "/budget/" + i);
        }
        List<Risk> risks = Given.list(given.risks());
        for (int i = 0; i < risks.size(); i++) {
            code(check, "/risks/" + i + "/likelihood", risks.get(i).likelihood(), "risk-levels");
            code(check, "/risks/" + i + "/impact", risks.get(i).impact(), "risk-levels");
        }
        List<String> targets = Given.list(given.sdgTargets());
        for (int i = 0; i < targets.size(); i++) {
            code(check, "/sdgTargets/" + i, targets.get(i), "sdg-targets");
        }
        once(check, "/sdgTargets", targets, "A target is named twice; name each once.");
        check.orRefuse();
    }

    private void activities(InvalidFields.Check check, List<PlannedActivity> activities) {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < activities.size(); i++) {
            PlannedActivity activity = activities.get(i);
            String at = "/activities/" + i;
            check.that(numbers.add(activity.number()), at + "/number", "Two Activities have this number.");
            code(check, at + "/type", activity.type(), "activity-types");
            code(check, at + "/modality", activity.modality(), "modalities");
            code(check, at + "/country", activity.country(), "countries");
            for (int j = 0; j < activity.needs().size(); j++) {
                languages(
                        check,
                        at + "/experts/" + j + "/languages",
                        activity.needs().get(j).speaking());
            }
        }
    }

    private void languages(InvalidFields.Check check, String at, List<String> languages) {
        for (int i = 0; i < languages.size(); i++) {
            code(check, at + "/" + i, languages.get(i), "languages");
        }
        once(check, at, languages, "A language is named twice; name each once.");
    }

    private static void once(InvalidFields.Check check, String at, List<String> codes, String otherwise) {
        check.that(codes.stream().distinct().count() == codes.size(), at, otherwise);
    }

    private void code(InvalidFields.Check check, String pointer, @Nullable String code, String list) {
        if (code != null) {
            required(check, pointer, code, list);
        }
    }

    private void required(InvalidFields.Check check, String pointer, @Nullable String code, String list) {
        check.that(
                code != null && codes.list(list).contains(code),
                pointer,
                "\"%s\" is not a code of the list %s.".formatted(code, list));
    }
}
