package eu.mieux.preimplementation.deadline;

import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.request.RequestPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * By when the conditions of an approval are to be met, until they are. What a condition says is read where the request is: it
 * may be delicate, and a calendar is kept by others.
 */
@ApplicationScoped
class ConditionsDue implements Deadlines {

    private static final DeadlineRows.Asked OPEN =
            new DeadlineRows.Asked("""
            select r.id, r.reference, r.title, r.countries, r.version, e.recorded_at, c.number, c.due_on
            from request r
            join event_log e on e.aggregate_type = 'request' and e.aggregate_id = r.id and e.version = r.version
            join request_condition c on c.request_id = r.id""", "r.status = 'APPROVED' and c.status = 'OPEN'", "c.due_on");

    private final RequestPolicy requests;
    private final DeadlineRows rows;

    ConditionsDue(RequestPolicy requests, DeadlineRows rows) {
        this.requests = requests;
        this.rows = rows;
    }

    @Override
    public DeadlineKind kind() {
        return DeadlineKind.CONDITIONS;
    }

    @Override
    public List<Entry> of(Reader reader, Window window) {
        return rows.read(OPEN, reader.sight(requests), Sight.everything(), window, row -> entry(row, reader.words()));
    }

    private static Entry entry(ResultSet row, Words words) throws SQLException {
        String number = row.getString("number");
        String reference = row.getString("reference");
        return new Entry(
                "condition-%s-%s".formatted(row.getString("id"), number),
                row.getLong("version"),
                DeadlineRows.time(row, "recorded_at"),
                Entry.Days.on(row.getObject("due_on", LocalDate.class)),
                Entry.Standing.CONFIRMED,
                words.get("condition", number, reference, row.getString("title")),
                words.get("condition.more", reference, words.countries(Selection.texts(row, "countries"))),
                null);
    }
}
