package eu.mieux.preimplementation.plan;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;

/**
 * PostgreSQL's driver, which has each query that the service sends explained with the same values on the same connection, before it
 * is sent. What changes something is explained without being done.
 */
public class ExplainingDriver implements Driver {

    private static final Queue<Plan> PLANS = new ConcurrentLinkedQueue<>();
    private static volatile boolean explaining;

    private final Driver real;

    /** Made by the pool of connections. */
    public ExplainingDriver() throws SQLException {
        real = DriverManager.getDriver("jdbc:postgresql:any");
    }

    /** The plans of all that is sent meanwhile. */
    static List<Plan> during(Runnable work) {
        PLANS.clear();
        explaining = true;
        try {
            work.run();
        } finally {
            explaining = false;
        }
        return List.copyOf(PLANS);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = real.connect(url, info);
        return connection == null ? null : proxy(Connection.class, new OfConnection(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ExplainingDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private record OfConnection(Connection connection) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            Object answer = sent(connection, method, arguments);
            return answer instanceof PreparedStatement statement && arguments[0] instanceof String sql
                    ? proxy(PreparedStatement.class, new OfStatement(connection, statement, sql, new ArrayList<>()))
                    : answer;
        }
    }

    /** A parameter that was set. */
    private record Setting(Method method, List<Object> arguments) {}

    private record OfStatement(Connection connection, PreparedStatement statement, String sql, List<Setting> settings)
            implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                settings.add(new Setting(method, Arrays.asList(arguments)));
            }
            if (explaining && method.getName().startsWith("execute")) {
                explain();
            }
            return sent(statement, method, arguments);
        }

        private void explain() throws Throwable {
            String options = sql.startsWith("select") || sql.startsWith("with") ? "analyze, buffers, " : "";
            boolean isExplained = !options.isEmpty() || sql.startsWith("update");
            if (!isExplained || sql.contains("pg_try_advisory")) {
                return;
            }
            try (PreparedStatement explained =
                    connection.prepareStatement("explain (%sformat json) %s".formatted(options, sql))) {
                for (Setting setting : settings) {
                    sent(explained, setting.method(), setting.arguments().toArray());
                }
                try (ResultSet row = explained.executeQuery()) {
                    row.next();
                    PLANS.add(Plan.of(sql, row.getString(1)));
                }
            }
        }
    }

    private static Object sent(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return real.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(ExplainingDriver.class.getName());
    }
}
