package eu.mieux.preimplementation.meeting;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All meetings, each caller's share of them by {@link MeetingPolicy}. */
@ApplicationScoped
class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

    private static final String WITH_REQUESTS = """
            select m.*, array(
                select p.request_reference from meeting_point p
                where p.meeting_id = m.id and p.request_reference is not null order by p.place) as requests
            from meeting m""";

    private static final String HAS_REQUEST = """
            exists (
                select from meeting_point p
                where p.meeting_id = m.id
                and (p.request_reference = cast(:request as text) or cast(p.request_id as text) = lower(cast(:request as text))))""";

    private final MeetingPolicy policy;
    private final Caller caller;
    private final AgroalDataSource database;

    Meetings(MeetingPolicy policy, Caller caller, AgroalDataSource database) {
        this.policy = policy;
        this.caller = caller;
        this.database = database;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String request,
            @Nullable MeetingStatus status) {}

    Meeting get(String id) {
        return inSight("select * from meeting m").identified("m.id", id).get(getSession(), "meeting", id);
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Meeting getForChange(String id) {
        return inSight("select * from meeting m").identified("m.id", id).getForChange(getSession(), "m", "meeting", id);
    }

    List<MeetingListed> page(Filter filter, Order<?> order, int limit) {
        return inSight(WITH_REQUESTS)
                .narrow("m.day >= :from", "from", filter.from())
                .narrow("m.day <= :until", "until", filter.until())
                .narrow(HAS_REQUEST, "request", filter.request())
                .narrow("m.status = :status", "status", filter.status())
                .rows(database, MeetingListed::of, order, limit);
    }

    private Selection<Meeting> inSight(String select) {
        return Selection.of(Meeting.class, select, caller.reach(policy));
    }
}
