package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.http.Order;
import eu.mieux.chassis.identity.Caller;
import eu.mieux.chassis.identity.Selection;
import eu.mieux.chassis.sql.EntityRows;
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

/** All evaluations, each caller's share of them by {@link EvaluationPolicy}. */
@ApplicationScoped
class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

    private final EvaluationPolicy policy;
    private final Caller caller;

    Evaluations(EvaluationPolicy policy, Caller caller) {
        this.policy = policy;
        this.caller = caller;
    }

    /** What a list may be narrowed to. */
    record Filter(
            @Nullable String actionCode,
            @Nullable Integer activityNumber,
            @Nullable String audience) {}

    /** The evaluation with this id, if the caller may read it. */
    Evaluation get(UUID id) {
        return inSight().identified("e.id", id.toString()).get(getSession(), "evaluation", id);
    }

    List<Evaluation> page(Filter filter, Order<?> order, int limit) {
        return inSight()
                .narrow("e.action_code = :action", "action", filter.actionCode())
                .narrow("e.activity_number = :activity", "activity", filter.activityNumber())
                .narrow("e.audience = :audience", "audience", filter.audience())
                .list(getSession(), order, limit);
    }

    private Selection<Evaluation> inSight() {
        return Selection.of(Evaluation.class, "select e.* from evaluation e", caller.reach(policy));
    }

    /** Those that are there already, locked in the order of their ids so that two writers never wait for each other in a circle. */
    Map<Tally, Evaluation> lock(Collection<Tally> tallies) {
        Map<Tally, Evaluation> found = new HashMap<>();
        List<Evaluation> locked = EntityRows.query(getEntityManager().unwrap(Session.class), """
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
