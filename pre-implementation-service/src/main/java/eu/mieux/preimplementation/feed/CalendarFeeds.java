package eu.mieux.preimplementation.feed;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.problem.NotFound;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All links to calendars, each caller's share of them by {@link CalendarFeedPolicy}. */
@ApplicationScoped
class CalendarFeeds implements PanacheRepositoryBase<CalendarFeed, UUID> {

    private static final String WITH_READING =
            "select c.*, g.read_at from calendar_feed c left join calendar_feed_reading g on g.feed_id = c.id";

    private final CalendarFeedPolicy policy;
    private final Caller caller;
    private final AgroalDataSource database;

    CalendarFeeds(CalendarFeedPolicy policy, Caller caller, AgroalDataSource database) {
        this.policy = policy;
        this.caller = caller;
        this.database = database;
    }

    CalendarFeedView get(String id) {
        return inSight().identified("c.id", id).rows(database, CalendarFeedView::of, "c.id", 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("calendar feed", id));
    }

    CalendarFeed getForChange(String id) {
        return Selection.of(CalendarFeed.class, "select * from calendar_feed c", caller.reach(policy))
                .identified("c.id", id)
                .getForChange(getSession(), "c", "calendar feed", id);
    }

    List<CalendarFeedView> page(@Nullable String owner, Order<?> order, int limit) {
        return inSight().narrow("c.owner = :owner", "owner", owner).rows(database, CalendarFeedView::of, order, limit);
    }

    /** The one whose link has this secret, whoever asks: whoever has the link may read. */
    Optional<CalendarFeed> linked(Secret secret) {
        return find("secretHash", secret.hash()).firstResultOptional();
    }

    /** How many somebody has; until the end of the transaction nobody else makes one for her. */
    long countOf(String owner) {
        getSession()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:lock, 0)) as text)", String.class)
                .setParameter("lock", "calendar feeds of " + owner)
                .getSingleResult();
        return count("owner", owner);
    }

    /** To the minute, so that a program that asks often does not make the database write as often. */
    void wasRead(CalendarFeed feed, Instant at) {
        getSession()
                .createNativeMutationQuery("""
                        insert into calendar_feed_reading as g (feed_id, read_at) values (:feed, :at)
                        on conflict (feed_id) do update set read_at = excluded.read_at
                        where g.read_at < excluded.read_at - interval '1 minute'""")
                .setParameter("feed", feed.id())
                .setParameter("at", at)
                .executeUpdate();
    }

    private Selection<CalendarFeed> inSight() {
        return Selection.of(CalendarFeed.class, WITH_READING, caller.reach(policy));
    }
}
