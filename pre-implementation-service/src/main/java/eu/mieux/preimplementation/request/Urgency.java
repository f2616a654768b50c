package eu.mieux.preimplementation.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * By when clocks are due, as an index can have it: those that run are in an order that no day changes, and so are those that stand
 * still, all of which a day moves on by one.
 */
enum Urgency {
    RUNNING("c.held_on is null", "c.due_on", "date") {
        @Override
        Object key(LocalDate due, LocalDate today) {
            return due;
        }

        @Override
        LocalDate due(ResultSet row, LocalDate today) throws SQLException {
            return row.getObject(KEY, LocalDate.class);
        }
    },
    /** Each day moves the day by when to launch on by one. */
    STANDING_STILL("c.held_on is not null", "(c.due_on - c.held_on)", "int") {
        @Override
        Object key(LocalDate due, LocalDate today) {
            return Math.toIntExact(ChronoUnit.DAYS.between(today, due));
        }

        @Override
        LocalDate due(ResultSet row, LocalDate today) throws SQLException {
            return today.plusDays(row.getInt(KEY));
        }
    };

    private static final String KEY = "key";

    private final String condition;
    private final String sql;
    private final String type;

    Urgency(String condition, String sql, String type) {
        this.condition = condition;
        this.sql = sql;
        this.type = type;
    }

    String condition() {
        return condition;
    }

    /** What it is ordered by, over {@code known_clock c}. */
    String sql() {
        return sql;
    }

    /** What a clock that is due on this day is ordered by. */
    abstract Object key(LocalDate due, LocalDate today);

    /** By when to launch it, as of today. */
    abstract LocalDate due(ResultSet row, LocalDate today) throws SQLException;

    String select() {
        return "select c.request_id, c.reference, %s as %s from known_clock c join request r on r.id = c.request_id"
                .formatted(sql, KEY);
    }

    String value(String parameter) {
        return "cast(:%s as %s)".formatted(parameter, type);
    }
}
