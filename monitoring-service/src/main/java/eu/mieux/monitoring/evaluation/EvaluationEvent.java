package eu.mieux.monitoring.evaluation;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to an evaluation. */
sealed interface EvaluationEvent extends Event {

    /** The first answers with its score have come. */
    record EvaluationOpened() implements EvaluationEvent {}

    /** More answers have come. */
    record EvaluationAnswersAdded() implements EvaluationEvent {}

    /** The count was corrected. */
    record EvaluationAmended() implements EvaluationEvent {}
}
