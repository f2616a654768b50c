package eu.mieux.monitoring.evaluation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An evaluation as clients see it. */
record EvaluationView(
        UUID id,
        long version,
        String actionCode,
        @Nullable Integer activityNumber,
        String audience,
        String question,
        int score,
        int responses,
        @Nullable LocalDate collectedOn,
        @Nullable String provenance) {

    static EvaluationView of(Evaluation evaluation) {
        Evaluation.EvaluationState state = evaluation.publicState();
        return new EvaluationView(
                state.id(),
                evaluation.version(),
                state.actionCode(),
                state.activityNumber(),
                state.audience(),
                state.question(),
                state.score(),
                state.responses(),
                state.collectedOn(),
                state.provenance());
    }
}
