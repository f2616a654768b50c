package eu.mieux.preimplementation.request;

import eu.mieux.chassis.metrics.Look;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.FastResponseClock.Promise;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many running requests keep the promise of three months, are at risk to break it, or have broken it: those that {@link
 * RunningClocks} lists, of all countries.
 */
@Singleton
class ClockMeasures implements MeterBinder {

    /** What stands still is due a day later with every day. */
    private static final String BY_PROMISE = """
            select case when c.days_left < 0 then 'MISSED' when c.days_left <= ? then 'AT_RISK' else 'KEPT' end, count(*)
            from (
                select c.due_on - coalesce(c.held_on, ?) as days_left
                from known_clock c join request r on r.id = c.request_id
                where c.running and c.due_on is not null) c
            group by 1""";

    private final AgroalDataSource database;
    private final FacilityCalendar calendar;
    private final Look<Map<Promise, Long>> clocks = new Look<>(this::count, Map.of());

    ClockMeasures(AgroalDataSource database, FacilityCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Promise promise : Promise.values()) {
            Gauge.builder("mieux.clocks", clocks, known -> number(known.answer(), promise))
                    .tag("promise", promise.name().toLowerCase(Locale.ROOT))
                    .description("Running requests, by what becomes of the promise of three months")
                    .register(registry);
        }
    }

    /** All are there when one is. */
    private static double number(Map<Promise, Long> clocks, Promise promise) {
        Long number = clocks.get(promise);
        return number == null ? Double.NaN : number;
    }

    private Map<Promise, Long> count() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(BY_PROMISE)) {
            query.setInt(1, RunningClocks.RISKY_DAYS);
            query.setObject(2, calendar.today());
            Map<Promise, Long> found = new EnumMap<>(Promise.class);
            for (Promise promise : Promise.values()) {
                found.put(promise, 0L);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.put(Promise.valueOf(row.getString(1)), row.getLong(2));
                }
            }
            return found;
        }
    }
}
