package eu.mieux.monitoring.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL that lives in a resource of its own, with parameters by name ({@code :firstDay}). */
public final class NamedStatement {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");
    private static final Map<String, NamedStatement> READ = new ConcurrentHashMap<>();

    private final String sql;
    private final List<String> parameters;

    private NamedStatement(String text) {
        StringBuilder positional = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
            matcher.appendReplacement(positional, "?");
        }
        matcher.appendTail(positional);
        this.sql = positional.toString();
        this.parameters = List.copyOf(names);
    }

    public static NamedStatement in(String resource) {
        return READ.computeIfAbsent(resource, r -> new NamedStatement(read(r)));
    }

    /** Binds what the statement names; what it does not name is left alone. */
    public PreparedStatement on(Connection connection, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.size(); i++) {
                String name = parameters.get(i);
                if (!values.containsKey(name)) {
                    throw new IllegalArgumentException("The statement needs a value for " + name);
                }
                bind(statement, i + 1, values.get(name));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case List<?> texts ->
                statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
            case null, default -> statement.setObject(index, value);
        }
    }

    private static String read(String resource) {
        try (InputStream in = NamedStatement.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no statement " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
