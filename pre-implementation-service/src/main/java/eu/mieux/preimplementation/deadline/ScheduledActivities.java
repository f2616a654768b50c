package eu.mieux.preimplementation.deadline;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.request.RequestPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Activities of Actions on the days that implementation has set. An entry goes on from what the fiche foresaw of the Activity: it
 * has the same UID, and counts its changes on from those of the fiche.
 */
@ApplicationScoped
class ScheduledActivities implements Deadlines {

    private static final DeadlineRows.Asked SCHEDULED = new DeadlineRows.Asked("""
            select k.action_code as code, coalesce(r.action_name, k.action_code) as action_name,
                   k.version + coalesce(f.version, 0) as version, k.changed_at as recorded_at,
                   k.number, k.title, k.type, k.country, k.city, k.starts_on, k.ends_on, k.status
            from known_activity k
            left join request r on r.reference = k.action_code
            left join action_fiche f on f.request_id = r.id""", "true", "k.starts_on");

    private final RequestPolicy requests;
    private final DeadlineRows rows;

    ScheduledActivities(RequestPolicy requests, DeadlineRows rows) {
        this.requests = requests;
        this.rows = rows;
    }

    @Override
    public DeadlineKind kind() {
        return DeadlineKind.ACTIVITIES;
    }

    @Override
    public List<Entry> of(Reader reader, Window window) {
        return rows.read(
                SCHEDULED, reader.sight(new Seen()), Sight.everything(), window, row -> entry(row, reader.words()));
    }

    private static Entry entry(ResultSet row, Words words) throws SQLException {
        LocalDate first = row.getObject("starts_on", LocalDate.class);
        LocalDate last = Objects.requireNonNullElse(row.getObject("ends_on", LocalDate.class), first);
        String status = row.getString("status");
        return entry(
                row,
                new Entry.Days(first, last.isBefore(first) ? first : last),
                switch (status) {
                    case "CONFIRMED", "DELIVERED" -> Entry.Standing.CONFIRMED;
                    case "CANCELLED" -> Entry.Standing.CANCELLED;
                    default -> Entry.Standing.TENTATIVE;
                },
                words.label("activity-statuses", status),
                words);
    }

    static Entry entry(ResultSet row, Entry.When when, Entry.Standing standing, String status, Words words)
            throws SQLException {
        String code = row.getString("code");
        String number = row.getString("number");
        return new Entry(
                "activity-%s-%s".formatted(code, number),
                row.getLong("version"),
                DeadlineRows.time(row, "recorded_at"),
                when,
                standing,
                words.get("activity", row.getString("action_name"), number, row.getString("title")),
                words.get("activity.more", words.label("activity-types", row.getString("type")), status, code),
                words.place(row.getString("city"), row.getString("country")));
    }

    /**
     * Whoever sees a request sees what became of it; and who works for all Actions, all of them, as implementation has it.
     */
    private final class Seen implements Policy {

        @Override
        public Sight opens(String role, Claims hers) {
            return switch (role) {
                case "emm", "logistics", "monitoring", "knowledge", "communications" -> Sight.everything();
                default -> requests.opens(role, hers);
            };
        }
    }
}
