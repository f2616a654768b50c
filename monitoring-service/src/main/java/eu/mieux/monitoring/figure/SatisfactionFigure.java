package eu.mieux.monitoring.figure;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mieux.monitoring.figure.Figure.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** The share of good answers to a question: one of 4 or 5. */
final class SatisfactionFigure {

    private static final int GOOD = 4;

    private SatisfactionFigure() {}

    static Figure of(FigureCodes.Question question) {
        String name = question.audience().toLowerCase(Locale.ROOT) + "." + question.code();
        return Figure.percent(
                        "satisfaction." + name,
                        FigureSource.SATISFACTION,
                        new Measure.Share("good-responses." + name, "responses." + name),
                        Drill.each("answers")
                                .where(null, List.of(question.audience() + "." + question.code()))
                                .adding((fields, itsYear, year) -> part(fields)))
                .named(
                        "satisfaction",
                        new Term("audiences", question.audience()),
                        new Term("questions", question.code()));
    }

    private static Contribution.Part part(JsonNode answer) {
        BigDecimal responses = Contribution.number(answer, "responses");
        return new Contribution.Part(answer.path("score").asInt() >= GOOD ? responses : BigDecimal.ZERO, responses);
    }
}
