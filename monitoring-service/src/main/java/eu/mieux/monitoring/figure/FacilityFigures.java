package eu.mieux.monitoring.figure;

import eu.mieux.chassis.codelist.Code;
import eu.mieux.chassis.codelist.CodeLists;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of this facility: its code lists make the families, its airports the distances. */
final class FacilityFigures {

    FacilityFigures() {}

    @Produces
    @Singleton
    static Figures figures(AgroalDataSource database, CodeLists codes, Distances distances) {
        return new Figures(database, new FigureCatalogue(figureCodes(codes)), distances);
    }

    @Produces
    @Singleton
    static LatestFigures latest(Figures figures) {
        return new LatestFigures(figures);
    }

    @Produces
    @Singleton
    static FigureRecords records(AgroalDataSource database, Distances distances) {
        return new FigureRecords(database, distances);
    }

    @Produces
    @Singleton
    static Distances distances(CodeLists codes) {
        Map<String, Position> airports = new HashMap<>();
        for (Code airport : codes.list("airports").rows()) {
            airports.put(
                    airport.code(),
                    new Position(
                            airport.number("latitude").doubleValue(),
                            airport.number("longitude").doubleValue()));
        }
        return (from, to) -> position(airports, from).kilometresTo(position(airports, to));
    }

    private static Position position(Map<String, Position> airports, String iata) {
        Position position = airports.get(iata);
        if (position == null) {
            throw new Distances.UnknownAirport(iata);
        }
        return position;
    }

    private static FigureCodes figureCodes(CodeLists codes) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (Code region : codes.list("regions").rows()) {
            region.attribute("group").ifPresent(group -> groups.put(region.code(), group));
        }
        return new FigureCodes(
                all(codes, "regions"),
                groups,
                all(codes, "activity-types"),
                all(codes, "modalities"),
                all(codes, "pillars"),
                all(codes, "expert-categories"),
                all(codes, "backgrounds"),
                codes.list("questions").rows().stream()
                        .map(question -> new FigureCodes.Question(question.required("audience"), question.code()))
                        .toList(),
                all(codes, "publication-kinds"));
    }

    private static List<String> all(CodeLists codes, String list) {
        return List.copyOf(codes.list(list).codes());
    }
}
