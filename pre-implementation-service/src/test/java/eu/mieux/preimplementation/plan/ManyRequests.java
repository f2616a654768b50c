package eu.mieux.preimplementation.plan;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * A table full of requests, from oldest to newest, with what is frequent, rare, of long ago and not there at all among countries,
 * regions, authorities, themes, statuses and years.
 */
final class ManyRequests {

    static final String FREQUENT_COUNTRY = "CM";
    static final String ONE_IN_A_HUNDRED = "BO";
    static final String RARE_COUNTRY = "KG";
    /** A fifth of all, none of which is new. */
    static final String COUNTRY_OF_OLD = "NG";
    /** Few, and none of them new. */
    static final String RARE_COUNTRY_OF_OLD = "UZ";

    static final String NO_COUNTRY = "LK";

    static final String FREQUENT_THEME = "LEGISLATION";
    static final String THEME_OF_ONE_IN_A_HUNDRED = "ASYLUM";
    /** A fifth of all, none of which is new. */
    static final String THEME_OF_OLD = "ENVIRONMENT";
    /** Few, and none of them new. */
    static final String RARE_THEME_OF_OLD = "HEALTH";

    static final String NO_THEME = "CONSULAR_AFFAIRS";

    private static final String FILL = """
            insert into request (id, version, reference, title, problem, support, authority_keys, countries, regions, themes,
                languages, status, submitted_on, decided_on)
            select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 1,
                case when not draft then extract(year from day) || '-' || i end,
                'Title ' || lpad(i::text, 7, '0'), repeat('Why this is needed. ', 20), repeat('What is asked for. ', 20),
                array['authority-' || i % 500] || case when i % 4 = 0 then array['authority-frequent'] else '{}' end
                    || case when i <= 40 then array['authority-of-old'] else '{}' end,
                array[case when i <= 60 then 'UZ' when i % 3000 = 7 and i <= 90000 then 'KG' when i % 100 = 1 then 'BO'
                    when i <= %1$d / 5 then 'NG' when i % 2 = 0 then 'CM' else 'ML' end],
                array[case when i <= 60 then 'ASIA' when i % 100 = 1 then 'LATIN_AMERICA_CARIBBEAN' else 'AFRICA_WEST' end],
                array[case when i <= 60 then 'HEALTH' when i % 100 = 51 then 'ASYLUM' when i <= %1$d / 5 then 'ENVIRONMENT'
                    when i % 4 < 2 then 'LEGISLATION' else 'INTEGRATION' end]
                    || case when i % 3 = 0 then array['POLICY_DEVELOPMENT'] else '{}' end, '{fr}',
                case when draft then 'DRAFT' when i % 10000 = 3 then 'ON_HOLD' when i > %1$d * 0.97 then 'SUBMITTED'
                    when i > %1$d * 0.9 then 'UNDER_REVIEW' when i % 5 = 0 then 'REJECTED' else 'APPROVED' end,
                case when not draft then day end,
                case when not draft and i <= %1$d * 0.9 then day + 60 end
            from (select i, i %% 50 = 2 as draft, date '2009-01-01' + (i::bigint * 5800 / %1$d)::int as day
                  from generate_series(1, %1$d) i) as generated""";

    /** A tenth of those that run stand still. */
    private static final String CLOCKS = """
            insert into projection.known_clock (reference, request_id, started_on, due_on, held_on, ended)
            select reference, id, submitted_on, submitted_on + 91,
                case when ('x' || right(id::text, 4))::bit(16)::int % 10 = 0 then submitted_on + 20 end, status = 'REJECTED'
            from request where submitted_on is not null""";

    private ManyRequests() {}

    /** What a list should be, by plain SQL: what has no value comes last. */
    static List<String> ids(Config config, String condition, String order, int count) throws SQLException {
        String way = order.startsWith("-") ? "desc" : "asc";
        String key = switch (order.replace("-", "")) {
            case "reference" -> "reference collate reading_order";
            case "title" -> "title collate reading_order";
            case "submittedOn" -> "submitted_on";
            case "decidedOn" -> "decided_on";
            default -> "id";
        };
        try (Connection owner = connect(config, "quarkus.flyway");
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id from request where %s order by %s %s nulls last, id %s limit %d"
                                .formatted(condition, key, way, way, count))) {
            List<String> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getString(1));
            }
            return ids;
        }
    }

    private static Connection connect(Config config, String role) throws SQLException {
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue(role + ".username", String.class),
                config.getValue(role + ".password", String.class));
    }

    /** By the owner of the tables, who alone can pass over the audit trail; projections are the service's own. */
    static void fill(Config config, int count) throws SQLException {
        try (Connection owner = connect(config, "quarkus.flyway");
                Statement statement = owner.createStatement()) {
            statement.execute("alter table request disable trigger audited");
            statement.execute(FILL.replace("i % ", "i %% ").formatted(count));
            statement.execute("alter table request enable trigger audited");
            statement.execute("vacuum analyze request");
            statement.execute("vacuum analyze request_entry");
        }
        try (Connection serving = connect(config, "quarkus.datasource");
                Statement statement = serving.createStatement()) {
            statement.execute(CLOCKS);
            statement.execute("vacuum analyze projection.known_clock");
        }
    }
}
