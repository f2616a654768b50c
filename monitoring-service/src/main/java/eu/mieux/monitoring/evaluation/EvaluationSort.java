package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.http.SortKey;
import eu.mieux.chassis.http.Sortable;

/** What evaluations can be sorted by. */
enum EvaluationSort implements Sortable<EvaluationView> {
    ID,
    ACTION_CODE,
    SCORE,
    RESPONSES,
    COLLECTED_ON;

    @Override
    public SortKey<EvaluationView> key() {
        return switch (this) {
            case ID -> SortKey.id("e.id", EvaluationView::id);
            case ACTION_CODE -> SortKey.text("e.action_code", EvaluationView::actionCode);
            case SCORE -> SortKey.number("e.score", EvaluationView::score);
            case RESPONSES -> SortKey.number("e.responses", EvaluationView::responses);
            case COLLECTED_ON -> SortKey.day("e.collected_on", EvaluationView::collectedOn);
        };
    }
}
