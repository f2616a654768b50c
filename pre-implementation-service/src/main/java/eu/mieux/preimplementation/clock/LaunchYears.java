package eu.mieux.preimplementation.clock;

import eu.mieux.preimplementation.clock.LaunchYear.Bar;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.exception.GenericJDBCException;

/** The years in which Actions were launched, by how fast they were. */
@ApplicationScoped
public class LaunchYears {

    private static final int BAR_DAYS = 30;
    private static final int BARS = 12;

    /** One that was launched on hold was due by so many days later. */
    private static final String YEARS = """
            with launch as (
                select extract(year from launched_on)::int as year, launched_on, started_on,
                    due_on + coalesce(greatest(launched_on - held_on, 0), 0) as due
                from known_clock
                where started_on is not null and due_on is not null and launched_on < make_date(?, 1, 1)
            ), used as (
                select year, launched_on <= due as kept,
                    launched_on - started_on - (due - (started_on + interval '3 months')::date) as days
                from launch
            ), bar as (
                select year, least(greatest(days, 0) / ?, ?) as bar, count(*) as launched,
                    count(*) filter (where kept) as kept
                from used group by 1, 2
            )
            select year, sum(launched)::int as launched, sum(kept)::int as kept,
                array_agg(bar order by bar) as bars, array_agg(launched::int order by bar) as counts
            from bar group by year order by year desc limit ?""";

    private final AgroalDataSource database;

    LaunchYears(AgroalDataSource database) {
        this.database = database;
    }

    /** The last ones before this year, the last first. */
    public List<LaunchYear> before(int year, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement years = connection.prepareStatement(YEARS)) {
            years.setInt(1, year);
            years.setInt(2, BAR_DAYS);
            years.setInt(3, BARS);
            years.setInt(4, limit);
            try (ResultSet row = years.executeQuery()) {
                List<LaunchYear> found = new ArrayList<>();
                while (row.next()) {
                    found.add(of(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("Launches could not be counted", e, YEARS);
        }
    }

    private static LaunchYear of(ResultSet row) throws SQLException {
        int launched = row.getInt("launched");
        int kept = row.getInt("kept");
        int[] counts = new int[BARS + 1];
        Integer[] bars = (Integer[]) row.getArray("bars").getArray();
        Integer[] of = (Integer[]) row.getArray("counts").getArray();
        for (int i = 0; i < bars.length; i++) {
            counts[bars[i]] = of[i];
        }
        return new LaunchYear(
                row.getInt("year"),
                launched,
                kept,
                BigDecimal.valueOf(100L * kept)
                        .divide(BigDecimal.valueOf(launched), 1, RoundingMode.HALF_UP)
                        .toPlainString(),
                IntStream.rangeClosed(0, BARS).mapToObj(i -> bar(i, counts[i])).toList());
    }

    private static Bar bar(int number, int launched) {
        int from = number * BAR_DAYS;
        return new Bar(from, number == BARS ? null : from + BAR_DAYS - 1, launched);
    }
}
