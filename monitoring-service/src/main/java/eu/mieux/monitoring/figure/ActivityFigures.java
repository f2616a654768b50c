package eu.mieux.monitoring.figure;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.monitoring.figure.Drill.Span;
import eu.mieux.monitoring.figure.Figure.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Figures of counted Activities: how many, for whom, and who came. */
final class ActivityFigures {

    private static final String TOTAL = "activities.total";
    private static final String ACTIVITIES = "activities";
    private static final Drill DRILL = Drill.each(ACTIVITIES);

    private ActivityFigures() {}

    static List<Figure> of(FigureCodes codes) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.total(TOTAL, ACTIVITIES, FigureSource.ACTIVITIES, DRILL));
        figures.add(growth("activities.growth", TOTAL, DRILL));
        codes.regionsAndGroups().forEach((code, regions) -> figures.add(region(codes, code, regions)));
        codes.regionsAndGroups()
                .forEach((code, regions) -> figures.add(
                        growth("activities.growth." + code, "activities.region." + code, DRILL.where("region", regions))
                                .named("activities.growth.region", regionTerm(codes, code))));
        codes.types().forEach(code -> figures.add(cut("type", "activity-types", code)));
        codes.modalities().forEach(code -> figures.add(cut("modality", "modalities", code)));
        codes.pillars().forEach(code -> figures.add(cut("pillar", "pillars", code)));
        codes.pillars().forEach(code -> figures.add(pillarShare(code)));
        figures.addAll(beneficiaries(codes));
        figures.addAll(participants());
        return figures;
    }

    private static Figure growth(String id, String base, Drill drill) {
        return Figure.percent(
                id,
                FigureSource.ACTIVITIES,
                new Measure.Growth(base),
                drill.over(Span.YEAR_AND_THE_ONE_BEFORE).adding(Contribution.growth()));
    }

    private static Figure region(FigureCodes codes, String code, List<String> regions) {
        return Figure.total(
                        "activities.region." + code,
                        ACTIVITIES,
                        FigureSource.ACTIVITIES,
                        DRILL.where("region", regions))
                .named("activities.region", regionTerm(codes, code));
    }

    private static Term regionTerm(FigureCodes codes, String code) {
        return new Term(codes.regions().contains(code) ? "regions" : "region-groups", code);
    }

    private static Figure cut(String dimension, String list, String code) {
        return Figure.total(
                        "activities." + dimension + "." + code,
                        ACTIVITIES,
                        FigureSource.ACTIVITIES,
                        DRILL.where(dimension, List.of(code)))
                .named("activities." + dimension, new Term(list, code));
    }

    private static Figure pillarShare(String code) {
        return Figure.percent(
                        "activities.pillar-share." + code,
                        FigureSource.ACTIVITIES,
                        new Measure.Share("activities.pillar." + code, TOTAL),
                        DRILL.adding(Contribution.share(
                                activity -> code.equals(activity.path("pillar").asText()))))
                .named("activities.pillar-share", new Term("pillars", code));
    }

    private static List<Figure> beneficiaries(FigureCodes codes) {
        Drill drill = Drill.each("beneficiaries");
        List<Figure> figures = new ArrayList<>();
        figures.add(beneficiaries("countries", "countries", drill.where("country", List.of())));
        figures.add(beneficiaries("organisations", "organisations", drill.where("organisation", List.of())));
        figures.add(beneficiaries("total", "beneficiaries", drill.where("all", List.of())));
        for (String region : codes.regions()) {
            figures.add(Figure.total(
                            "beneficiaries.national." + region,
                            "countries",
                            FigureSource.BENEFICIARIES,
                            drill.where("national", List.of(region)))
                    .named("beneficiaries.national", new Term("regions", region)));
        }
        return figures;
    }

    private static Figure beneficiaries(String name, String unit, Drill drill) {
        return Figure.total("beneficiaries." + name, unit, FigureSource.BENEFICIARIES, drill);
    }

    private static List<Figure> participants() {
        String unit = "participants";
        String total = "participants.total";
        return List.of(
                Figure.total(
                        total,
                        unit,
                        FigureSource.ACTIVITIES,
                        DRILL.adding((activity, itsYear, year) -> new Contribution.Part(heads(activity), null))),
                heads("female", unit),
                heads("male", unit),
                heads("other", unit),
                share("female", total),
                share("male", total));
    }

    private static Figure heads(String gender, String unit) {
        return Figure.total(
                "participants." + gender, unit, FigureSource.ACTIVITIES, DRILL.adding(Contribution.sum(field(gender))));
    }

    private static Figure share(String gender, String total) {
        return Figure.percent(
                "participants." + gender + "-share",
                FigureSource.ACTIVITIES,
                new Measure.Share("participants." + gender, total),
                DRILL.adding((activity, itsYear, year) ->
                        new Contribution.Part(Contribution.number(activity, field(gender)), heads(activity))));
    }

    private static String field(String gender) {
        return "participants" + Character.toUpperCase(gender.charAt(0)) + gender.substring(1);
    }

    private static BigDecimal heads(JsonNode activity) {
        return Contribution.number(activity, field("female"))
                .add(Contribution.number(activity, field("male")))
                .add(Contribution.number(activity, field("other")));
    }
}
