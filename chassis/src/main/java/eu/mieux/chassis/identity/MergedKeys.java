package eu.mieux.chassis.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;

/** Finds the keys of records that were merged, in rows with the columns {@code key} and {@code merged_into}. */
public final class MergedKeys {

    private final DataSource database;
    private final String query;

    /** @param rows an SQL query: of each merged record its key, and the key of the one that it became part of */
    public MergedKeys(DataSource database, String rows) {
        this.database = database;
        this.query = """
                with merged as (%s),
                current as (
                    select coalesce(m.merged_into, asked.key) as key, asked.place
                    from unnest(?::text[]) with ordinality asked (key, place) left join merged m on m.key = asked.key)
                select key from (
                    select key, place, 0 as before from current
                    union all
                    select m.key, c.place, 1 from merged m join current c on m.merged_into = c.key) named
                order by before, place, key""".formatted(rows);
    }

    /** As {@link Renamed#keysOf}. */
    public List<String> keysOf(List<String> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            Set<String> all = new LinkedHashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
            }
            return List.copyOf(all);
        } catch (SQLException e) {
            throw new GenericJDBCException("Keys could not be looked up", e, query);
        }
    }
}
