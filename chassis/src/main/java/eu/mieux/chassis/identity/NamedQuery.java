package eu.mieux.chassis.identity;

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

    <R> List<R> rows(DataSource database, Selection.RowReader<R> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(PARAMETER.matcher(sql).replaceAll("?"))) {
            if (values.size() > 1) {
                // Beside the limit: planned for these very values, since what is best for most countries is not for the
                // rarest.
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            List<Object> inOrder = PARAMETER
                    .matcher(sql)
                    .results()
                    .map(parameter -> Objects.requireNonNull(values.get(parameter.group(1))))
                    .toList();
            for (int i = 0; i < inOrder.size(); i++) {
                statement.setObject(i + 1, inOrder.get(i));
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
