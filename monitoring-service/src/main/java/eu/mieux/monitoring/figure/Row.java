package eu.mieux.monitoring.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One row of a report statement, read by column name. */
record Row(ResultSet at) {

    int year() throws SQLException {
        return at.getInt("year");
    }

    long records() throws SQLException {
        return at.getLong("records");
    }

    long illustrative() throws SQLException {
        return at.getLong("illustrative");
    }

    /** The text, or {@code UNKNOWN}, which is in no code list. */
    String code(String column) throws SQLException {
        String code = at.getString(column);
        return code == null ? "UNKNOWN" : code;
    }

    boolean is(String column) throws SQLException {
        return at.getBoolean(column);
    }

    int integer(String column) throws SQLException {
        return at.getInt(column);
    }

    /** The number, or null. */
    @Nullable
    Integer integerOrNull(String column) throws SQLException {
        return at.getObject(column, Integer.class);
    }

    BigDecimal number(String column) throws SQLException {
        return at.getBigDecimal(column);
    }
}
