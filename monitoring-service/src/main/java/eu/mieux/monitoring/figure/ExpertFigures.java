package eu.mieux.monitoring.figure;

import eu.mieux.monitoring.figure.Drill.Span;
import eu.mieux.monitoring.figure.Figure.Term;
import java.util.ArrayList;
import java.util.List;

/** Figures of the roster and of those deployed from it. */
final class ExpertFigures {

    private static final String DEPLOYED = "experts.deployed";
    private static final String EXPERTS = "experts";
    private static final Drill DRILL = Drill.each("experts-deployed");

    private ExpertFigures() {}

    static List<Figure> of(FigureCodes codes) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.total(DEPLOYED, EXPERTS, FigureSource.EXPERTS, DRILL));
        figures.add(genderShare("female", "FEMALE"));
        figures.add(genderShare("male", "MALE"));
        for (String category : codes.categories()) {
            figures.add(Figure.total(
                            DEPLOYED + ".category." + category,
                            EXPERTS,
                            FigureSource.EXPERTS,
                            DRILL.where("category", List.of(category)))
                    .named(DEPLOYED + ".category", new Term("expert-categories", category)));
        }
        codes.categories().forEach(category -> figures.add(categoryShare(category)));
        for (String background : codes.backgrounds()) {
            figures.add(Figure.total(
                            DEPLOYED + ".background." + background,
                            EXPERTS,
                            FigureSource.EXPERTS,
                            DRILL.where("background", List.of(background)))
                    .named(DEPLOYED + ".background", new Term("backgrounds", background)));
        }
        figures.add(Figure.total(
                DEPLOYED + ".newcomers", EXPERTS, FigureSource.EXPERTS, DRILL.where("newcomer", List.of("true"))));
        figures.add(Figure.total(
                DEPLOYED + ".cumulative",
                EXPERTS,
                FigureSource.EXPERTS,
                Drill.each("experts-engaged").over(Span.UP_TO_ITS_END)));
        Drill roster = Drill.each("roster").over(Span.UP_TO_ITS_END);
        figures.add(Figure.total("experts.roster", EXPERTS, FigureSource.ROSTER, roster));
        figures.add(Figure.percent(
                "experts.roster-growth",
                FigureSource.ROSTER,
                new Measure.RunningGrowth("experts.roster"),
                roster.adding(Contribution.runningGrowth())));
        return figures;
    }

    private static Figure genderShare(String name, String gender) {
        return Figure.percent(
                DEPLOYED + "." + name + "-share",
                FigureSource.EXPERTS,
                new Measure.Share(DEPLOYED + ".gender." + gender, DEPLOYED),
                DRILL.adding(Contribution.share(
                        expert -> gender.equals(expert.path("gender").asText()))));
    }

    private static Figure categoryShare(String category) {
        return Figure.percent(
                        DEPLOYED + ".category-share." + category,
                        FigureSource.EXPERTS,
                        new Measure.Share(DEPLOYED + ".category." + category, DEPLOYED),
                        DRILL.adding(Contribution.share(expert ->
                                category.equals(expert.path("category").asText()))))
                .named(DEPLOYED + ".category-share", new Term("expert-categories", category));
    }
}
