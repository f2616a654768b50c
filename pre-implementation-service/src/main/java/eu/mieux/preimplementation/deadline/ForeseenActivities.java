package eu.mieux.preimplementation.deadline;

import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.request.RequestPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Activities as Action Fiches foresee them, each in its month, until implementation has set its days. */
@ApplicationScoped
class ForeseenActivities implements Deadlines {

    private static final DeadlineRows.Asked FORESEEN =
            new DeadlineRows.Asked("""
            select f.request_reference as code, f.action_name, f.version, e.recorded_at,
                   (a.foreseen ->> 'number')::int as number, a.foreseen ->> 'title' as title, a.foreseen ->> 'type' as type,
                   a.foreseen ->> 'country' as country, a.foreseen ->> 'city' as city,
                   cast(a.foreseen ->> 'plannedMonth' || '-01' as date) as starts_on
            from action_fiche f
            join request r on r.id = f.request_id
            join event_log e on e.aggregate_type = 'action-fiche' and e.aggregate_id = f.id and e.version = f.version
            cross join lateral jsonb_array_elements(f.content -> 'activities') a (foreseen)""", """
            not exists (
                select from known_activity k
                where k.action_code = f.request_reference and k.number = (a.foreseen ->> 'number')::int
                and (k.starts_on is not null or k.status = 'CANCELLED'))""", "cast(a.foreseen ->> 'plannedMonth' || '-01' as date)");

    private final RequestPolicy requests;
    private final DeadlineRows rows;

    ForeseenActivities(RequestPolicy requests, DeadlineRows rows) {
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
                FORESEEN, reader.sight(requests), Sight.everything(), window, row -> entry(row, reader.words()));
    }

    private static Entry entry(ResultSet row, Words words) throws SQLException {
        LocalDate month = row.getObject("starts_on", LocalDate.class);
        return ScheduledActivities.entry(
                row,
                new Entry.Days(month, month.plusMonths(1).minusDays(1)),
                Entry.Standing.TENTATIVE,
                words.get("activity.foreseen"),
                words);
    }
}
