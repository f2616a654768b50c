package eu.mieux.monitoring.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** All evaluations. */
@ApplicationScoped
class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable String actionCode,
            @Nullable Integer activityNumber,
            @Nullable String audience) {}

    List<Evaluation> page(Filter filter, @Nullable UUID after, int limit) {
        return find("""
                        (?1 is null or id > ?1) and (?2 is null or actionCode = ?2)
                        and (?3 is null or activityNumber = ?3) and (?4 is null or audience = ?4) order by id""", after, filter.actionCode(), filter.activityNumber(), filter.audience())
                .range(0, limit - 1)
                .list();
    }

    /** Those that are there already, locked in the order of their ids so that two writers never wait for each other in a circle. */
    Map<Tally, Evaluation> lock(Collection<Tally> tallies) {
        Map<Tally, Evaluation> found = new HashMap<>();
        List<Evaluation> locked = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select evaluation.* from evaluation
                        join unnest(cast(:actions as text[]), cast(:numbers as integer[]), cast(:audiences as text[]),
                                cast(:questions as text[]), cast(:scores as integer[]), cast(:days as date[]))
                            as asked (action_code, activity_number, audience, question, score, collected_on)
                            on evaluation.action_code = asked.action_code
                            and evaluation.activity_number is not distinct from asked.activity_number
                            and evaluation.audience = asked.audience
                            and evaluation.question = asked.question
                            and evaluation.score = asked.score
                            and evaluation.collected_on is not distinct from asked.collected_on
                        order by evaluation.id for update of evaluation""", Evaluation.class)
                .setParameter("actions", tallies.stream().map(Tally::actionCode).toArray(String[]::new))
                .setParameter(
                        "numbers", tallies.stream().map(Tally::activityNumber).toArray(Integer[]::new))
                .setParameter("audiences", tallies.stream().map(Tally::audience).toArray(String[]::new))
                .setParameter("questions", tallies.stream().map(Tally::question).toArray(String[]::new))
                .setParameter("scores", tallies.stream().map(Tally::score).toArray(Integer[]::new))
                .setParameter(
                        "days",
                        tallies.stream()
                                .map(t -> Objects.toString(t.collectedOn(), null))
                                .toArray(String[]::new))
                .getResultList();
        for (Evaluation evaluation : locked) {
            found.put(evaluation.tally(), evaluation);
        }
        return found;
    }
}
