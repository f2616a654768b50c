package eu.mieux.monitoring.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mieux.monitoring.sql.NamedStatement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Pages through the very records behind a figure. */
public final class FigureRecords {

    /** Where a page begins: after the record with these sort values. */
    public record Place(LocalDate on, String key, int number) {
        static final Place START = new Place(LocalDate.MIN, "", 0);
    }

    /** A record behind a figure and its place. */
    public record Found(ObjectNode fields, Place place) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final FactReading facts;
    private final Distances distances;

    public FigureRecords(DataSource database, Distances distances) {
        this.facts = new FactReading(database);
        this.distances = distances;
    }

    /**
     * Up to {@code limit} records after a place, in a fixed order. Beside what it is, each says what it adds to the figure:
     * {@code quantity} to the numerator, {@code base} to the denominator (null where records do not add to one), and
     * {@code counted}, whether it is in the numerator.
     */
    public List<Found> page(Figure figure, int year, Instant asKnownAt, @Nullable Place after, int limit) {
        Drill drill = figure.drill();
        Place from = after == null ? Place.START : after;
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("firstDay", drill.span().firstDay(year));
        values.put("lastDay", Year.of(year).atMonth(12).atEndOfMonth());
        values.put("asOf", asKnownAt);
        values.put("dimension", drill.dimension());
        values.put("codes", drill.codes());
        values.put("afterOn", from.on());
        values.put("afterKey", from.key());
        values.put("afterNumber", from.number());
        values.put("limit", limit);
        return facts.inOneSnapshot(connection -> {
            try (PreparedStatement statement =
                            NamedStatement.in(drill.resource()).on(connection, values);
                    ResultSet row = statement.executeQuery()) {
                List<Found> page = new ArrayList<>();
                while (row.next()) {
                    page.add(found(row, figure, year));
                }
                return page;
            }
        });
    }

    private Found found(ResultSet row, Figure figure, int year) throws SQLException {
        ObjectNode fields = parse(row.getString("record"));
        if (!fields.has("illustrative")) {
            fields.put(
                    "illustrative",
                    "illustrative".equals(fields.path("provenance").asText()));
        }
        if (fields.has("fromIata")) {
            addDistance(fields);
        }
        Contribution.Part part = figure.drill().contribution().of(fields, row.getInt("year"), year);
        fields.put("quantity", Fraction.plain(part.quantity()));
        fields.put("base", part.base());
        fields.put("counted", part.quantity().signum() != 0);
        return new Found(
                fields,
                new Place(
                        row.getObject("sort_on", LocalDate.class),
                        row.getString("sort_key"),
                        row.getInt("sort_number")));
    }

    private void addDistance(ObjectNode leg) {
        BigDecimal kilometres = BigDecimal.valueOf(distances.kilometres(
                leg.path("fromIata").asText(), leg.path("toIata").asText()));
        leg.put("kilometres", Distances.toTheMetre(kilometres));
        leg.put("miles", Distances.toTheMetre(kilometres.divide(Measure.MilesPerHead.MILE, MathContext.DECIMAL64)));
    }

    private static ObjectNode parse(String json) {
        try {
            return JSON.readValue(json, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database made JSON that cannot be read: " + json, e);
        }
    }
}
