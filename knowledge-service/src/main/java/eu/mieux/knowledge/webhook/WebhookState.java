package eu.mieux.knowledge.webhook;

/** Whether a webhook is sent what there is for it. Either way it is queued. */
enum WebhookState {
    ACTIVE,
    PAUSED
}
