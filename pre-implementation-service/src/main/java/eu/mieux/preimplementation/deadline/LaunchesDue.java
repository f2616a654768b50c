package eu.mieux.preimplementation.deadline;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.request.RequestPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** By when Actions are to be launched, as the fast-response clocks of their requests have it; those that stand still are due on no day. */
@ApplicationScoped
class LaunchesDue implements Deadlines {

    private static final String CLOCKS = """
            select r.id, r.reference, r.title, r.countries, r.version, e.recorded_at, c.due_on
            from known_clock c join request r on r.id = c.request_id
            join event_log e on e.aggregate_type = 'request' and e.aggregate_id = r.id and e.version = r.version""";

    private static final DeadlineRows.Asked RUNNING =
            new DeadlineRows.Asked(CLOCKS, "c.running and c.held_on is null", "c.due_on");

    private final RequestPolicy requests;
    private final DeadlineRows rows;

    LaunchesDue(RequestPolicy requests, DeadlineRows rows) {
        this.requests = requests;
        this.rows = rows;
    }

    @Override
    public DeadlineKind kind() {
        return DeadlineKind.LAUNCHES;
    }

    @Override
    public List<Entry> of(Reader reader, Window window) {
        return rows.read(
                RUNNING,
                reader.sight(requests),
                reader.sight(new Launchers()),
                window,
                row -> entry(row, reader.words()));
    }

    private static Entry entry(ResultSet row, Words words) throws SQLException {
        String reference = row.getString("reference");
        return new Entry(
                "launch-" + row.getString("id"),
                row.getLong("version"),
                DeadlineRows.time(row, "recorded_at"),
                Entry.Days.on(row.getObject("due_on", LocalDate.class)),
                Entry.Standing.CONFIRMED,
                words.get("launch", reference, row.getString("title")),
                words.get("launch.more", words.countries(Selection.texts(row, "countries"))),
                null);
    }

    /** Whose promise it is. */
    private static final class Launchers implements Policy {

        @Override
        public Sight opens(String role, Claims hers) {
            return switch (role) {
                case "manager" -> Sight.everything();
                case "officer" -> Sight.overlap("r.regions", "regions", hers);
                default -> Sight.nothing();
            };
        }
    }
}
