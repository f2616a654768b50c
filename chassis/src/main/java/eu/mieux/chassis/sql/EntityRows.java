package eu.mieux.chassis.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.query.NativeQuery;

/**
 * Entities by statements written by hand. What reads {@code select *} is sent with the columns spelled out that the entity has: while
 * the next release is rolled out its migration adds columns, and PostgreSQL refuses to go on with a plan whose result has changed
 * ("cached plan must not change result type"), which within a transaction would fail a request.
 */
public final class EntityRows {

    private static final Pattern ALL = Pattern.compile("\\A\\s*select\\s+(?:(\\w+)\\.)?\\*");

    /** By the select, of which there are as many as are written in the sources. */
    private static final Map<Key, String> SPELLED_OUT = new ConcurrentHashMap<>();

    private record Key(Class<?> type, String select) {}

    private EntityRows() {}

    public static <T> NativeQuery<T> query(Session session, String sql, Class<T> type) {
        Matcher all = ALL.matcher(sql);
        if (!all.find()) {
            return session.createNativeQuery(sql, type);
        }
        String alias = all.group(1);
        String columns = SPELLED_OUT.computeIfAbsent(
                new Key(type, all.group()), _ -> String.join(", ", columns(session, type, alias)));
        return session.createNativeQuery("select " + columns + sql.substring(all.end()), type);
    }

    private static List<String> columns(Session session, Class<?> type, String alias) {
        AbstractEntityPersister entity = (AbstractEntityPersister) session.getSessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(type);
        List<String> columns = new ArrayList<>(List.of(entity.getIdentifierColumnNames()));
        for (int property = 0; property < entity.getPropertyNames().length; property++) {
            columns.addAll(List.of(entity.getPropertyColumnNames(property)));
        }
        return alias == null
                ? columns
                : columns.stream().map(column -> alias + "." + column).toList();
    }
}
