package eu.mieux.monitoring.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the facts say of Actions and Activities that can be evaluated. */
@ApplicationScoped
class KnownActivities {

    /**
     * An Activity, or a whole Action, that somebody wants to evaluate.
     *
     * @param region of its Action
     * @param authorityKeys who asked for the Action
     * @param delivered whether the Activity was delivered; for a whole Action whether any was
     * @param startsOn when the Activity, or the first delivered one of the Action, started
     */
    record Known(
            @Nullable String region,
            List<String> authorityKeys,
            boolean delivered,
            @Nullable LocalDate startsOn) {}

    private final EntityManager entities;

    KnownActivities(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Known> find(Tally.Subject subject) {
        List<?> found = entities.createNativeQuery("""
                        select action.region, coalesce(request.authority_keys, '{}') as authority_keys,
                               coalesce(bool_or(activity.status = 'DELIVERED'), false) as delivered,
                               min(activity.starts_on) filter (where activity.status = 'DELIVERED') as starts_on,
                               count(activity.id) as activities
                        from action_fact as action
                        left join request_fact as request
                            on request.reference = action.code and request.known_to = 'infinity'
                        left join activity_fact as activity
                            on activity.action_code = action.code and activity.known_to = 'infinity'
                            and (cast(:number as integer) is null or activity.number = :number)
                        where action.code = :code and action.known_to = 'infinity'
                        group by action.region, request.authority_keys""")
                .setParameter("code", subject.actionCode())
                .setParameter("number", subject.activityNumber())
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .filter(row -> subject.activityNumber() == null || ((Number) row[4]).longValue() > 0)
                .map(row -> new Known((String) row[0], List.of((String[]) row[1]), (Boolean) row[2], date(row[3])))
                .findFirst();
    }

    /** Of these subjects, those that no fact tells of. */
    Set<Tally.Subject> unknown(Collection<Tally.Subject> subjects) {
        Set<Tally.Subject> missing = new HashSet<>(subjects);
        List<?> found = entities.createNativeQuery("""
                        select asked.action_code, asked.activity_number
                        from unnest(cast(:codes as text[]), cast(:numbers as integer[])) as asked (action_code, activity_number)
                        where case
                            when asked.activity_number is null then exists (
                                select from action_fact
                                where code = asked.action_code and known_to = 'infinity')
                            else exists (
                                select from activity_fact as activity
                                where activity.action_code = asked.action_code
                                    and activity.number = asked.activity_number and activity.known_to = 'infinity')
                        end""")
                .setParameter(
                        "codes",
                        subjects.stream().map(Tally.Subject::actionCode).toArray(String[]::new))
                .setParameter(
                        "numbers",
                        subjects.stream().map(Tally.Subject::activityNumber).toArray(Integer[]::new))
                .getResultList();
        found.stream()
                .map(Object[].class::cast)
                .forEach(row -> missing.remove(new Tally.Subject((String) row[0], (Integer) row[1])));
        return missing;
    }

    /** Whether the expert was deployed to the Activity, or for a whole Action to any of its. */
    boolean deployed(String expertKey, Tally.Subject subject) {
        return (Boolean) entities.createNativeQuery("""
                        select exists (
                            select from deployment_fact
                            where expert_key = :expert and action_code = :code
                                and (cast(:number as integer) is null or activity_number = :number)
                                and status in ('ACCEPTED', 'CONTRACTED', 'DEPLOYED', 'COMPLETED')
                                and known_to = 'infinity')""")
                .setParameter("expert", expertKey)
                .setParameter("code", subject.actionCode())
                .setParameter("number", subject.activityNumber())
                .getSingleResult();
    }

    private static @Nullable LocalDate date(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case java.sql.Date date -> date.toLocalDate();
            default -> (LocalDate) value;
        };
    }
}
