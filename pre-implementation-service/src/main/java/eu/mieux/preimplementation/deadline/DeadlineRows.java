package eu.mieux.preimplementation.deadline;

import eu.mieux.chassis.identity.Reach;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Reads rows of which each may become an entry, those nearest to today first. */
@ApplicationScoped
public class DeadlineRows {

    private final AgroalDataSource database;

    DeadlineRows(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Which rows.
     *
     * @param select up to the {@code where}
     * @param day a column of type date, or an expression: the day of the entry
     */
    public record Asked(String select, String condition, String day) {}

    /**
     * @param sight of the records
     * @param narrower who of those is waited for; {@link Sight#everything} where it is a matter of all who see them
     */
    public List<Entry> read(
            Asked asked, Sight sight, Sight narrower, Window window, Selection.RowReader<Entry> reader) {
        return Selection.of(Entry.class, asked.select(), Reach.of(sight))
                .with(narrower.sql(), narrower.parameters())
                .with(asked.condition(), Map.of())
                .with(
                        asked.day() + " between cast(:from as date) and cast(:until as date)",
                        Map.of("from", window.from(), "until", window.until()))
                .with("true", Map.of("today", window.today()))
                .rows(database, reader, "abs(%s - cast(:today as date)), 1".formatted(asked.day()), Window.MOST);
    }

    /** Of a column of type timestamptz. */
    public static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
