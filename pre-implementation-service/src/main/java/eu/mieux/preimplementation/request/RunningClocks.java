package eu.mieux.preimplementation.request;

import eu.mieux.chassis.http.Cursor;
import eu.mieux.chassis.http.Page;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.clock.FastResponseClock.Promise;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clocks that have not stopped, the most urgent first. */
@ApplicationScoped
class RunningClocks {

    private static final String RUNNING = "c.running and c.due_on is not null";

    /** Under thirty days left are few. */
    static final int RISKY_DAYS = 29;

    private final RequestPolicy policy;
    private final Caller caller;
    private final AgroalDataSource database;
    private final Requests requests;
    private final ReadingClocks reading;
    private final FacilityCalendar calendar;

    RunningClocks(
            RequestPolicy policy,
            Caller caller,
            AgroalDataSource database,
            Requests requests,
            ReadingClocks reading,
            FacilityCalendar calendar) {
        this.policy = policy;
        this.caller = caller;
        this.database = database;
        this.requests = requests;
        this.reading = reading;
        this.calendar = calendar;
    }

    /**
     * What the list may be narrowed to.
     *
     * @param from due on this day or later
     * @param until due on this day or before
     */
    record Filter(
            @Nullable Promise promise,
            @Nullable String country,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    private record Due(UUID request, String reference, LocalDate on) {}

    Page<RunningClock> page(Filter filter, Cursor after, int limit) {
        LocalDate today = calendar.today();
        List<Due> found = Arrays.stream(Urgency.values())
                .flatMap(kind -> due(kind, filter, after, today, limit + 1).stream())
                .sorted(Comparator.comparing(Due::on).thenComparing(Due::reference))
                .limit(limit + 1L)
                .toList();
        Page<Due> page = Page.of(found, limit, last -> Cursor.at(last.on(), last.reference()));
        Map<UUID, RunningClock> clocks =
                requests
                        .list(
                                "id in ?1",
                                page.items().stream().map(Due::request).toList())
                        .stream()
                        .collect(Collectors.toMap(
                                Request::id, request -> RunningClock.of(request, reading.of(request))));
        return page.map(due -> Objects.requireNonNull(clocks.get(due.request())));
    }

    private List<Due> due(Urgency kind, Filter filter, Cursor after, LocalDate today, int most) {
        Selection<Request> running = Selection.of(Request.class, kind.select(), caller.reach(policy))
                .with(RUNNING, Map.of())
                .with(kind.condition(), Map.of())
                .narrow("r.countries @> array[cast(:country as text)]", "country", filter.country());
        running = bounded(running, kind, ">=", "from", filter.from(), today);
        running = bounded(running, kind, "<=", "until", filter.until(), today);
        Promise promise = filter.promise();
        if (promise != null) {
            running = promised(running, kind, promise, today);
        }
        if (!after.isStart()) {
            running = running.with(
                    "(%s, c.reference) > (%s, cast(:reference as text))".formatted(kind.sql(), kind.value("after")),
                    Map.of("after", kind.key(after.day(0), today), "reference", after.rest(1)));
        }
        return running.rows(
                database,
                row -> new Due(
                        row.getObject("request_id", UUID.class), row.getString("reference"), kind.due(row, today)),
                kind.sql() + ", c.reference",
                most);
    }

    private static Selection<Request> bounded(
            Selection<Request> running,
            Urgency kind,
            String how,
            String name,
            @Nullable LocalDate day,
            LocalDate today) {
        return day == null
                ? running
                : running.with(
                        "%s %s %s".formatted(kind.sql(), how, kind.value(name)), Map.of(name, kind.key(day, today)));
    }

    private static Selection<Request> promised(
            Selection<Request> running, Urgency kind, Promise promise, LocalDate today) {
        Map<String, Object> now = Map.of("now", kind.key(today, today));
        Map<String, Object> soon = Map.of("soon", kind.key(today.plusDays(RISKY_DAYS), today));
        return switch (promise) {
            case MISSED -> running.with("%s < %s".formatted(kind.sql(), kind.value("now")), now);
            case AT_RISK ->
                running.with("%s >= %s".formatted(kind.sql(), kind.value("now")), now)
                        .with("%s <= %s".formatted(kind.sql(), kind.value("soon")), soon);
            case KEPT -> running.with("%s > %s".formatted(kind.sql(), kind.value("soon")), soon);
        };
    }
}
