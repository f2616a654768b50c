package eu.mieux.expert.deployment;

import eu.mieux.chassis.eventlog.Event;

/** What can happen to a deployment. */
sealed interface DeploymentEvent extends Event {

    /** An expert is thought of for an Activity. */
    record DeploymentProposed() implements DeploymentEvent {}

    /** Its role, dates or days were changed. */
    record DeploymentAmended() implements DeploymentEvent {}

    /** The expert was asked. */
    record DeploymentInvited() implements DeploymentEvent {}

    /** She will come. */
    record DeploymentAccepted() implements DeploymentEvent {}

    /** She will not. */
    record DeploymentDeclined() implements DeploymentEvent {}

    /** Her contract is signed. */
    record DeploymentContracted() implements DeploymentEvent {}

    /** She is at work. */
    record DeploymentStarted() implements DeploymentEvent {}

    /** Her work is done. */
    record DeploymentCompleted() implements DeploymentEvent {}

    /** It comes to nothing. */
    record DeploymentCancelled() implements DeploymentEvent {}

    /** It was brought in, or corrected, from a portfolio. */
    record DeploymentRecorded() implements DeploymentEvent {}
}
