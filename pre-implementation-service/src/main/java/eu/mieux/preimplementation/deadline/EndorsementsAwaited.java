package eu.mieux.preimplementation.deadline;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.calendar.FacilityCalendar;
import eu.mieux.preimplementation.request.RequestPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Which sides have yet to endorse the current version of an Action Fiche. Nobody sets a day for that: it stands on the one since
 * which it is awaited, that of the version, and so moves with every new one.
 */
@ApplicationScoped
class EndorsementsAwaited implements Deadlines {

    private static final DeadlineRows.Asked AWAITED = new DeadlineRows.Asked("""
            select f.id, f.request_reference, f.action_name, f.countries, f.version, e.recorded_at,
                   f.content_version, s.side, v.saved_at
            from action_fiche f
            join request r on r.id = f.request_id
            join event_log e on e.aggregate_type = 'action-fiche' and e.aggregate_id = f.id and e.version = f.version
            join action_fiche_version v on v.fiche_id = f.id and v.number = f.content_version
            cross join (values ('OFFICER'), ('STEERING_GROUP'), ('PARTNER')) s (side)""", """
            f.status = 'DRAFT'
            and not exists (
                select from endorsement g
                where g.fiche_id = f.id and g.content_version = f.content_version and g.side = s.side)""", "cast(v.saved_at as date)");

    private final RequestPolicy requests;
    private final DeadlineRows rows;
    private final FacilityCalendar calendar;

    EndorsementsAwaited(RequestPolicy requests, DeadlineRows rows, FacilityCalendar calendar) {
        this.requests = requests;
        this.rows = rows;
        this.calendar = calendar;
    }

    @Override
    public DeadlineKind kind() {
        return DeadlineKind.ENDORSEMENTS;
    }

    @Override
    public List<Entry> of(Reader reader, Window window) {
        return rows.read(
                AWAITED, reader.sight(requests), reader.sight(new Sides()), window, row -> entry(row, reader.words()));
    }

    private Entry entry(ResultSet row, Words words) throws SQLException {
        String side = row.getString("side");
        String reference = row.getString("request_reference");
        Instant saved = DeadlineRows.time(row, "saved_at");
        return new Entry(
                "endorsement-%s-%s".formatted(row.getString("id"), side),
                row.getLong("version"),
                DeadlineRows.time(row, "recorded_at"),
                Entry.Days.on(calendar.dayOf(saved)),
                Entry.Standing.CONFIRMED,
                words.get("endorsement", words.get("side." + side), row.getString("action_name"), reference),
                words.get(
                        "endorsement.more",
                        row.getString("content_version"),
                        reference,
                        words.countries(Selection.texts(row, "countries"))),
                null);
    }

    /** Who speaks for which side, on rows of {@code s (side)}; where, is said by the sight of the request. */
    private static final class Sides implements Policy {

        private static final String UNBIASED = """
                s.side = 'STEERING_GROUP' and not cast(:institution_claim as text[]) <@ array(
                    select v.institution from voice v
                    where v.request_id = r.id and v.recused_by is not null
                        and v.round = (select max(n.number) from review_round n where n.request_id = r.id))""";

        @Override
        public Sight opens(String role, Claims hers) {
            return switch (role) {
                case "manager" -> Sight.everything();
                case "officer" -> Sight.overlap("r.regions", "regions", hers).and(Sight.where("s.side = 'OFFICER'"));
                case "steering-member" -> unbiased(hers.claims("institution"));
                case "partner" ->
                    Sight.overlap("r.authority_keys", "authority", hers).and(Sight.where("s.side = 'PARTNER'"));
                default -> Sight.nothing();
            };
        }

        /** An institution that has stepped back from the review endorses nothing. No event goes by this. */
        private static Sight unbiased(List<String> institutions) {
            Sight nobody = Sight.nothing();
            return institutions.isEmpty()
                    ? nobody
                    : new Sight(
                            UNBIASED, Map.of("institution_claim", institutions.toArray(String[]::new)), nobody.seers());
        }
    }
}
