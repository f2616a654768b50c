package eu.mieux.monitoring.figure;

import eu.mieux.monitoring.sql.NamedStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Computes figures from facts, as they were known at a time. */
public final class Figures {

    /** Later than anything is known: reads what is known last, whatever clock told its time. */
    public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final int FETCH_SIZE = 1000;

    private final FactReading facts;
    private final FigureCatalogue catalogue;
    private final Distances distances;

    public Figures(DataSource database, FigureCatalogue catalogue, Distances distances) {
        this.facts = new FactReading(database);
        this.catalogue = catalogue;
        this.distances = distances;
    }

    public FigureCatalogue catalogue() {
        return catalogue;
    }

    /** Every figure of a year, in the catalogue's order, then the channel statistics that the year has. */
    public List<FigureValue> of(int year, Instant asKnownAt) {
        Tallies tallies = tally(year, asKnownAt, EnumSet.allOf(FigureSource.class));
        List<FigureValue> values = new ArrayList<>();
        for (Figure figure : catalogue.all()) {
            values.add(FigureValue.of(figure, year, tallies));
        }
        for (String statistic : tallies.startingWith(FigureCatalogue.CHANNEL, year)) {
            values.add(FigureValue.of(FigureCatalogue.channel(statistic), year, tallies));
        }
        return values;
    }

    /** One figure of a year; reads nothing but what it needs. */
    public FigureValue of(Figure figure, int year, Instant asKnownAt) {
        return FigureValue.of(figure, year, tally(year, asKnownAt, figure.sources()));
    }

    /**
     * Where the facts stand: changes whenever any fact does, also by a rebuild, which brings a table of its own.
     *
     * @param generation identity of the table that tells
     * @param ticks batches of facts learnt in that generation
     */
    record Standing(long generation, long ticks) {}

    Standing standing() {
        return facts.inOneSnapshot(connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("select tableoid::bigint, ticks from fact_clock");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return new Standing(row.getLong(1), row.getLong(2));
            }
        });
    }

    private Tallies tally(int year, Instant asKnownAt, Set<FigureSource> sources) {
        Tallies tallies = new Tallies();
        Tallying tallying = new Tallying(year, catalogue.codes().groupOfRegion(), distances, tallies);
        Map<String, Object> span = new HashMap<>();
        span.put("firstYear", year - Tallying.LOOK_BACK);
        span.put("lastYear", year);
        span.put("firstDay", Year.of(year - Tallying.LOOK_BACK).atDay(1));
        span.put("lastDay", Year.of(year).atMonth(12).atEndOfMonth());
        span.put("asOf", asKnownAt);
        return facts.inOneSnapshot(connection -> {
            for (FigureSource source : sources) {
                read(source, span, connection, tallying);
            }
            return tallies;
        });
    }

    private static void read(FigureSource source, Map<String, Object> span, Connection connection, Tallying tallying)
            throws SQLException {
        try (PreparedStatement statement = NamedStatement.in(source.statement()).on(connection, span)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new Row(rows);
                while (rows.next()) {
                    tallying.read(source, row);
                }
            }
        }
    }
}
