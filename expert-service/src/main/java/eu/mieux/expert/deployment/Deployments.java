package eu.mieux.expert.deployment;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.identity.Sight;
import eu.mieux.chassis.sql.EntityRows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All deployments, each caller's share of them by {@link DeploymentPolicy}. */
@ApplicationScoped
class Deployments implements PanacheRepositoryBase<Deployment, UUID> {

    private static final String WOULD_BE = """
            select count(*) from (select cast(:action as text) as action_code, cast(:expert as text) as expert_key) d
            where\s""";

    /** Days are whole: who leaves one place and arrives at another on the same day is in both. */
    private static final String ON_SITE_ELSEWHERE = """
            select d.* from deployment d
            where d.expert_key = :expert and d.id <> :self and d.status not in ('DECLINED', 'CANCELLED')
              and d.starts_on <= :ends and d.ends_on >= :starts
              and exists (select from known_activity a
                          where a.action_code = d.action_code and a.number = d.activity_number
                            and a.modality = 'ON_SITE' and a.status <> 'CANCELLED')
            order by d.starts_on, d.id limit 1""";

    private static final String LOCK_BY_KEY = """
            select d.* from deployment d
            join unnest(cast(:experts as text[]), cast(:actions as text[]), cast(:numbers as int[]))
                asked (expert_key, action_code, activity_number)
              on (d.expert_key, d.action_code, d.activity_number)
               = (asked.expert_key, asked.action_code, asked.activity_number)
            order by d.id for no key update of d""";

    private final DeploymentPolicy policy;
    private final Caller caller;

    Deployments(DeploymentPolicy policy, Caller caller) {
        this.policy = policy;
        this.caller = caller;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable String expert,
            @Nullable String action,
            @Nullable Integer activity,
            @Nullable String status) {}

    /** The deployment with this id, if the caller may see it. */
    Deployment get(String id) {
        return inSight().identified("d.id", id).get(getSession(), "deployment", id);
    }

    /** As {@link #get}, locked until the end of the transaction. */
    Deployment getForChange(String id) {
        return inSight().identified("d.id", id).getForChange(getSession(), "d", "deployment", id);
    }

    List<Deployment> page(Filter filter, Order<?> order, int limit) {
        return inSight()
                .narrow("d.expert_key = :expert", "expert", filter.expert())
                .narrow("d.action_code = :action", "action", filter.action())
                .narrow("d.activity_number = :activity", "activity", filter.activity())
                .narrow("d.status = :status", "status", filter.status())
                .list(getSession(), order, limit);
    }

    private Selection<Deployment> inSight() {
        return Selection.of(Deployment.class, "select * from deployment d", caller.reach(policy));
    }

    /** Whether a deployment would be in the caller's reach, were it there. */
    boolean mayStaff(Engagement engagement) {
        Sight hers = caller.reach(policy).acting();
        return hers.bind(getSession().createNativeQuery(WOULD_BE + hers.sql(), Long.class))
                        .setParameter("action", engagement.actionCode())
                        .setParameter("expert", engagement.expertKey())
                        .getSingleResult()
                > 0;
    }

    Optional<Deployment> find(Engagement engagement) {
        return find(
                        "expertKey = ?1 and actionCode = ?2 and activityNumber = ?3",
                        engagement.expertKey(),
                        engagement.actionCode(),
                        engagement.activityNumber())
                .firstResultOptional();
    }

    Optional<Deployment> replacementOf(Deployment replaced) {
        return find("replaces", replaced.id()).firstResultOptional();
    }

    /** Another deployment that has the same expert on site on one of these days. */
    Optional<Deployment> onSiteElsewhere(Deployment deployment) {
        Terms terms = deployment.terms();
        if (terms.startsOn() == null || terms.endsOn() == null) {
            return Optional.empty();
        }
        return EntityRows.query(getSession(), ON_SITE_ELSEWHERE, Deployment.class)
                .setParameter("expert", deployment.engagement().expertKey())
                .setParameter("self", deployment.id())
                .setParameter("starts", terms.startsOn())
                .setParameter("ends", terms.endsOn())
                .getResultStream()
                .findFirst();
    }

    Map<Engagement, Deployment> lock(Collection<Engagement> engagements) {
        return EntityRows.query(getSession(), LOCK_BY_KEY, Deployment.class)
                .setParameter(
                        "experts",
                        engagements.stream().map(Engagement::expertKey).toArray(String[]::new))
                .setParameter(
                        "actions",
                        engagements.stream().map(Engagement::actionCode).toArray(String[]::new))
                .setParameter(
                        "numbers",
                        engagements.stream().map(Engagement::activityNumber).toArray(Integer[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Deployment::engagement, Function.identity()));
    }
}
