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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clocks that have not stopped, the most urgent first. */
@ApplicationScoped
class RunningClocks {

    /** Of a clock that stands still, each day moves the day by when to launch on by one. */
    private static final String DUE = "(c.due_on + coalesce(cast(:today as date) - c.held_on, 0))";

    private static final String SELECT =
            "select c.request_id, c.reference, %s as due from known_clock c join request r on r.id = c.request_id"
                    .formatted(DUE);

    private static final String RUNNING =
            "c.launched_on is null and not c.ended and c.started_on is not null and c.due_on is not null";

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

    private record Due(UUID request, String reference, LocalDate on) {}

    Page<RunningClock> page(@Nullable Promise promise, @Nullable String country, Cursor after, int limit) {
        Selection<Request> running = Selection.of(Request.class, SELECT, caller.reach(policy))
                .with(RUNNING, Map.of("today", calendar.today()))
                .narrow("r.countries @> array[cast(:country as text)]", "country", country);
        if (promise != null) {
            running = running.with(promised(promise), Map.of());
        }
        if (!after.isStart()) {
            running = running.with(
                    "(%s, c.reference) > (cast(:due as date), cast(:reference as text))".formatted(DUE),
                    Map.of("due", after.day(0), "reference", after.rest(1)));
        }
        List<Due> found = running.rows(
                database,
                row -> new Due(
                        row.getObject("request_id", UUID.class),
                        row.getString("reference"),
                        row.getObject("due", LocalDate.class)),
                "due, c.reference",
                limit + 1);
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

    private static String promised(Promise promise) {
        return switch (promise) {
            case MISSED -> DUE + " < cast(:today as date)";
            case AT_RISK -> DUE + " between cast(:today as date) and cast(:today as date) + 29";
            case KEPT -> DUE + " > cast(:today as date) + 29";
        };
    }
}
