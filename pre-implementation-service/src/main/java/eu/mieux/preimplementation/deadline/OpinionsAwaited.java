package eu.mieux.preimplementation.deadline;

import eu.mieux.chassis.identity.Claims;
import eu.mieux.chassis.identity.Policy;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.preimplementation.request.RequestPolicy;
import eu.mieux.preimplementation.review.Review;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Until when institutions are asked for opinions that they have not given, in the round that is under way. */
@ApplicationScoped
class OpinionsAwaited implements Deadlines {

    private static final DeadlineRows.Asked AWAITED =
            new DeadlineRows.Asked("""
            select r.id, r.reference, r.title, r.countries, r.version, e.recorded_at,
                   v.round, v.institution, v.asked_until
            from request r
            join event_log e on e.aggregate_type = 'request' and e.aggregate_id = r.id and e.version = r.version
            join voice v on v.request_id = r.id""", """
            r.status = 'UNDER_REVIEW'
            and v.recused_by is null
            and v.round = (select max(n.number) from review_round n where n.request_id = r.id)
            and not %s""".formatted(Review.HAS_SPOKEN), "v.asked_until");

    private final RequestPolicy requests;
    private final DeadlineRows rows;

    OpinionsAwaited(RequestPolicy requests, DeadlineRows rows) {
        this.requests = requests;
        this.rows = rows;
    }

    @Override
    public DeadlineKind kind() {
        return DeadlineKind.OPINIONS;
    }

    @Override
    public List<Entry> of(Reader reader, Window window) {
        return rows.read(
                AWAITED,
                reader.sight(requests),
                reader.sight(new Awaited()),
                window,
                row -> entry(row, reader.words()));
    }

    private static Entry entry(ResultSet row, Words words) throws SQLException {
        String institution = row.getString("institution");
        String reference = row.getString("reference");
        return new Entry(
                "opinion-%s-%d-%s".formatted(row.getString("id"), row.getInt("round"), institution),
                row.getLong("version"),
                DeadlineRows.time(row, "recorded_at"),
                Entry.Days.on(row.getObject("asked_until", LocalDate.class)),
                Entry.Standing.CONFIRMED,
                words.get("opinion", institution, reference, row.getString("title")),
                words.get("opinion.more", reference, words.countries(Selection.texts(row, "countries"))),
                null);
    }

    /** Whose affair it is, on rows of {@code voice v}: those who are asked, and those who see to it that they answer. */
    private static final class Awaited implements Policy {

        private static final String COUNTRY = "case when starts_with(v.%%1$s, '%1$s') then substr(v.%%1$s, %2$d) end"
                .formatted(Review.DELEGATION, Review.DELEGATION.length() + 1);

        @Override
        public Sight opens(String role, Claims hers) {
            return switch (role) {
                case "manager" -> Sight.everything();
                case "officer" -> Sight.overlap("r.regions", "regions", hers);
                case "steering-member" ->
                    Sight.among("v.institution", "institution", hers)
                            .or(Sight.among("v.delegated_to", "institution", hers));
                case "eu-delegation" ->
                    Sight.among(COUNTRY.formatted("institution"), "countries", hers)
                            .or(Sight.among(COUNTRY.formatted("delegated_to"), "countries", hers));
                default -> Sight.nothing();
            };
        }
    }
}
