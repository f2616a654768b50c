package eu.mieux.preimplementation.content;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Contents of fiches that properties are tried on: few different texts, so that two of them often share some. */
public final class Contents {

    private Contents() {}

    public static Arbitrary<FicheContent> any() {
        Arbitrary<String> text = Arbitraries.of("One", "Two words", "Three words here\nand a line", "", "قائمة");
        Arbitrary<String> optional = text.injectNull(0.3);
        Arbitrary<List<Indicator>> indicators =
                text.map(t -> new Indicator(t, null, "0", t, null)).list().ofMaxSize(2);
        Arbitrary<List<Outcome>> outcomes = Combinators.combine(text, indicators)
                .as((t, i) -> new Outcome(t, i, List.of(new Output("Output of " + t, i))))
                .list()
                .ofMaxSize(3);
        Arbitrary<List<PlannedActivity>> activities = Arbitraries.integers()
                .between(1, 6)
                .flatMap(number -> optional.map(city -> new PlannedActivity(
                        number, "TRAINING", "Training " + number, "ON_SITE", null, 5, "PE", city, null)))
                .list()
                .ofMaxSize(4)
                .uniqueElements(PlannedActivity::number);
        Arbitrary<List<BudgetLine>> budget = text.map(t -> new BudgetLine(t, "OTHER", null, "1", "10", "10"))
                .list()
                .ofMaxSize(3);
        Arbitrary<List<String>> targets =
                Arbitraries.of("10.7", "10.c", "16.a").list().ofMaxSize(3).uniqueElements();
        return Combinators.combine(optional, outcomes, activities, budget, targets, optional, optional, optional)
                .as((context, logframe, planned, money, sdg, gender, visibility, objective) -> new FicheContent(
                        "ASIA",
                        "HORIZONTAL",
                        List.of("INTEGRATION"),
                        objective,
                        List.of(),
                        context,
                        logframe,
                        planned,
                        money,
                        List.of(),
                        gender,
                        null,
                        null,
                        null,
                        sdg,
                        visibility));
    }
}
