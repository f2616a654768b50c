package eu.mieux.monitoring.figure;

import eu.mieux.monitoring.figure.Drill.Span;
import eu.mieux.monitoring.figure.Figure.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every figure there is, in the order of a report. The statistics of channels join where a year has them. */
public final class FigureCatalogue {

    static final String CHANNEL = "channel.";

    private final FigureCodes codes;
    private final Map<String, Figure> byId = new LinkedHashMap<>();

    public FigureCatalogue(FigureCodes codes) {
        this.codes = codes;
        Stream.of(
                        processFigures(),
                        ActivityFigures.of(codes),
                        ExpertFigures.of(codes),
                        outcomeFigures(),
                        travelFigures())
                .flatMap(List::stream)
                .forEach(figure -> byId.put(figure.id(), figure));
    }

    /** All figures but those of channels. */
    List<Figure> all() {
        return List.copyOf(byId.values());
    }

    FigureCodes codes() {
        return codes;
    }

    /** The figure of an id; any well-formed id of a channel's statistic has one. */
    public Optional<Figure> find(String id) {
        if (id.startsWith(CHANNEL) && id.split("\\.", -1).length >= 3) {
            return Optional.of(channel(id));
        }
        return Optional.ofNullable(byId.get(id));
    }

    /** Whether a report has the figure in any year; the others only where somebody stated a value. */
    public boolean isAlwaysReported(Figure figure) {
        return byId.containsKey(figure.id());
    }

    static Figure channel(String id) {
        String statistic = id.substring(CHANNEL.length());
        int dot = statistic.indexOf('.');
        return Figure.of(
                        id,
                        statistic.substring(dot + 1),
                        Rounding.NONE,
                        FigureSource.CHANNELS,
                        new Measure.Stated(id),
                        Drill.each("channels").where(null, List.of(statistic)).adding(Contribution.sum("value")))
                .named(
                        "channel",
                        new Term("channels", statistic.substring(0, dot)),
                        new Term("channel-metrics", statistic.substring(dot + 1)));
    }

    private static List<Figure> processFigures() {
        Drill actions = Drill.each("actions");
        return List.of(
                Figure.total("requests.new", "requests", FigureSource.REQUESTS, Drill.each("requests")),
                Figure.total(
                        "requests.cumulative",
                        "requests",
                        FigureSource.REQUESTS,
                        Drill.each("requests").over(Span.UP_TO_ITS_END)),
                Figure.total("actions.launched", "actions", FigureSource.ACTIONS, actions.where("launched", List.of())),
                Figure.total(
                        "actions.completed", "actions", FigureSource.ACTIONS, actions.where("completed", List.of())),
                Figure.total(
                        "actions.cumulative",
                        "actions",
                        FigureSource.ACTIONS,
                        actions.where("launched", List.of()).over(Span.UP_TO_ITS_END)),
                Figure.total("actions.running", "actions", FigureSource.ACTIONS, actions.where("running", List.of())),
                Figure.of(
                        "response.median-days",
                        "days",
                        Rounding.ONE_DECIMAL,
                        FigureSource.RESPONSES,
                        new Measure.Median("response.launched"),
                        Drill.each("responses").adding(Contribution.sum("days"))),
                Figure.percent(
                        "response.within-three-months",
                        FigureSource.RESPONSES,
                        new Measure.Share("response.in-time", "response.launched"),
                        Drill.each("responses")
                                .adding(Contribution.share(
                                        r -> r.path("withinThreeMonths").asBoolean()))));
    }

    private List<Figure> outcomeFigures() {
        List<Figure> figures = new ArrayList<>();
        for (FigureCodes.Question question : codes.questions()) {
            figures.add(SatisfactionFigure.of(question));
        }
        figures.add(Figure.total(
                "deliverables.handed-over", "deliverables", FigureSource.DELIVERABLES, Drill.each("deliverables")));
        figures.add(Figure.total(
                "publications.total", "publications", FigureSource.PUBLICATIONS, Drill.each("publications")));
        for (String kind : codes.kinds()) {
            figures.add(Figure.total(
                            "publications.kind." + kind,
                            "publications",
                            FigureSource.PUBLICATIONS,
                            Drill.each("publications").where("kind", List.of(kind)))
                    .named("publications.kind", new Term("publication-kinds", kind)));
        }
        figures.add(Figure.total("media.mentions", "mentions", FigureSource.MEDIA, Drill.each("media")));
        return figures;
    }

    private static List<Figure> travelFigures() {
        Drill team = Drill.each("travel").where(null, List.of("TEAM"));
        Drill experts = Drill.each("travel").where(null, List.of("EXPERT"));
        String teamKilometres = "travel.kilometres.team";
        return List.of(
                Figure.total(
                        teamKilometres, "kilometres", FigureSource.TRAVEL, team.adding(Contribution.sum("kilometres"))),
                Figure.total(
                        "travel.kilometres.experts",
                        "kilometres",
                        FigureSource.TRAVEL,
                        experts.adding(Contribution.sum("kilometres"))),
                Figure.of(
                                "travel.air-miles-per-team-member",
                                "miles",
                                Rounding.INTEGER,
                                FigureSource.TRAVEL,
                                new Measure.MilesPerHead(teamKilometres, "travel.team-travellers"),
                                team.adding(Contribution.sum("miles")))
                        .alsoFrom(FigureSource.TRAVELLERS),
                Figure.of(
                        "carbon.offset-tonnes",
                        "tonnes",
                        Rounding.NONE,
                        FigureSource.OFFSETS,
                        new Measure.Total("carbon.offset-tonnes"),
                        Drill.each("offsets").adding(Contribution.sum("tonnesCo2e"))));
    }
}
