package eu.mieux.chassis.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;
import org.postgresql.PGStatement;

/** A statement with named parameters, read without entities and outside of any transaction. */
record NamedQuery(String sql, Map<String, Object> values) {

    /** A parameter's name after its colon; two colons are a cast. */
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([A-Za-z]\\w*)");

    /** Statements are few, and asked for again and again. */
    private static final LoadingCache<String, Parsed> STATEMENTS =
            Caffeine.newBuilder().maximumSize(2_000).build(Parsed::of);

    /**
     * A statement as JDBC takes it.
     *
     * @param parameters their names, in the order in which it has them
     */
    private record Parsed(String sql, List<String> parameters) {

        static Parsed of(String named) {
            return new Parsed(
                    PARAMETER.matcher(named).replaceAll("?"),
                    PARAMETER
                            .matcher(named)
                            .results()
                            .map(name -> name.group(1))
                            .toList());
        }
    }

    <R> List<R> rows(DataSource database, Selection.RowReader<R> reader) {
        Parsed parsed = STATEMENTS.get(sql);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(parsed.sql())) {
            if (values.size() > 1) {
                // Beside the limit: planned for these very values, since what is best for most countries is not for the
                // rarest.
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            int at = 1;
            for (String parameter : parsed.parameters()) {
                statement.setObject(at++, Objects.requireNonNull(values.get(parameter)));
            }
            try (ResultSet row = statement.executeQuery()) {
                List<R> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        } catch (SQLException e) {
            // As Hibernate has it: what is said of a database that is away or refuses is said in one place.
            throw new GenericJDBCException("A list could not be read", e, sql);
        }
    }
}
