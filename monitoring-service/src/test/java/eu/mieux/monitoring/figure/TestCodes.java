package eu.mieux.monitoring.figure;

import eu.mieux.monitoring.fact.CsvPortfolio;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The code lists of the facility profile, read straight from its files. */
public final class TestCodes {

    private TestCodes() {}

    public static FigureCodes codes() {
        Map<String, String> groups = new LinkedHashMap<>();
        rows("regions").stream()
                .filter(row -> !row.get("group").isEmpty())
                .forEach(row -> groups.put(row.get("code"), row.get("group")));
        return new FigureCodes(
                list("regions"),
                groups,
                list("activity-types"),
                list("modalities"),
                list("pillars"),
                list("expert-categories"),
                list("backgrounds"),
                rows("questions").stream()
                        .map(row -> new FigureCodes.Question(row.get("audience"), row.get("code")))
                        .toList(),
                list("publication-kinds"));
    }

    public static Distances distances() {
        Map<String, Position> airports = new LinkedHashMap<>();
        rows("airports")
                .forEach(row -> airports.put(
                        row.get("code"),
                        new Position(
                                Double.parseDouble(row.get("latitude")), Double.parseDouble(row.get("longitude")))));
        return (from, to) -> airports.get(from).kilometresTo(airports.get(to));
    }

    private static List<String> list(String name) {
        return rows(name).stream().map(row -> row.get("code")).toList();
    }

    private static List<Map<String, String>> rows(String name) {
        return CsvPortfolio.rows(
                Path.of(System.getProperty("mieux.root"), "deploy", "facility", "mieux", name + ".csv"));
    }
}
