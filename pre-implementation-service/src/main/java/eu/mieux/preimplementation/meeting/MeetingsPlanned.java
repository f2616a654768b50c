package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.deadline.DeadlineKind;
import eu.mieux.preimplementation.deadline.DeadlineRows;
import eu.mieux.preimplementation.deadline.Deadlines;
import eu.mieux.preimplementation.deadline.Entry;
import eu.mieux.preimplementation.deadline.Reader;
import eu.mieux.preimplementation.deadline.Window;
import eu.mieux.preimplementation.deadline.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Meetings in people's calendars. The link to one is not in them: it would let in whoever keeps the calendar. */
@ApplicationScoped
class MeetingsPlanned implements Deadlines {

    private static final DeadlineRows.Asked ALL = new DeadlineRows.Asked("""
            select m.*, e.recorded_at, array(
                select p.request_reference from meeting_point p
                where p.meeting_id = m.id and p.request_reference is not null order by p.place) as requests
            from meeting m
            join event_log e on e.aggregate_type = 'meeting' and e.aggregate_id = m.id and e.version = m.version""", "true", "m.day");

    private final MeetingPolicy policy;
    private final DeadlineRows rows;

    MeetingsPlanned(MeetingPolicy policy, DeadlineRows rows) {
        this.policy = policy;
        this.rows = rows;
    }

    @Override
    public DeadlineKind kind() {
        return DeadlineKind.MEETINGS;
    }

    @Override
    public List<Entry> of(Reader reader, Window window) {
        return rows.read(ALL, reader.sight(policy), Sight.everything(), window, row -> entry(row, reader.words()));
    }

    private static Entry entry(ResultSet row, Words words) throws SQLException {
        return new Entry(
                "meeting-" + row.getString("id"),
                row.getLong("version"),
                DeadlineRows.time(row, "recorded_at"),
                new Entry.Times(
                        row.getObject("day", LocalDate.class),
                        DeadlineRows.time(row, "starts_at"),
                        DeadlineRows.time(row, "ends_at")),
                row.getString("status").equals(MeetingStatus.CANCELLED.name())
                        ? Entry.Standing.CANCELLED
                        : Entry.Standing.CONFIRMED,
                words.get("meeting", row.getString("title")),
                words.get("meeting.more", String.join(", ", Selection.texts(row, "requests"))),
                row.getString("place"));
    }
}
